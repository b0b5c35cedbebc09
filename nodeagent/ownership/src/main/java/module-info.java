/// Which node has which Layer 2 address: a library of its own, with nothing of Kubernetes in it.
///
/// The one exported package is the whole API; start at [io.porterlb.ownership.OwnershipNode]. Inside, each
/// package may use those before it: `message` (what nodes say to each other), `placement` (who should have
/// what), `council` (who may have what: the leases, as pure state machines), `wire` (messages to datagrams and
/// back), `net` (the socket and the thread).
@org.jspecify.annotations.NullMarked
module io.porterlb.ownership {
    requires transitive io.porterlb.address;
    requires transitive static org.jspecify;

    exports io.porterlb.ownership;
}
