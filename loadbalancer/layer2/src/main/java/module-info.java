/// Answers for service addresses on a link, by ARP and Neighbor Discovery: a library of its own, with nothing
/// of Kubernetes in it.
///
/// Two packages are the whole API; start at [io.porterlb.layer2.Layer2Speaker]. Inside, each package may use
/// those before it: `link` (which interface an address belongs to, exported), `rtnetlink` (what the kernel
/// says of interfaces, as values), `wire` (octets to values and back), `answer` (what is said of which address
/// and when, as a pure function), `net` (sockets), `speaker` (one thread for each interface).
@org.jspecify.annotations.NullMarked
module io.porterlb.layer2 {
    requires transitive io.porterlb.address;
    requires transitive static org.jspecify;
    requires io.porterlb.libc;

    exports io.porterlb.layer2;
    exports io.porterlb.layer2.link;
}
