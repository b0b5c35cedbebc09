/// Bidirectional Forwarding Detection: a library of its own, with nothing of BGP or Kubernetes in it.
///
/// The one exported package is the whole API; start at [io.porterlb.bfd.BfdSpeaker]. Inside, each package may
/// use those before it: `wire` (octets to values and back), `session` (the session as a pure function), `net`
/// (sockets), `speaker` (live sessions on one event loop).
@org.jspecify.annotations.NullMarked
module io.porterlb.bfd {
    requires transitive io.porterlb.address;
    requires transitive static org.jspecify;
    requires io.netty.buffer;
    requires io.netty.common;
    requires io.netty.transport;
    requires io.netty.transport.classes.epoll;
    requires io.netty.transport.unix.common;

    exports io.porterlb.bfd;
}
