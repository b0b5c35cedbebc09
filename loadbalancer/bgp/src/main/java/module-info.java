/// A BGP speaker that announces service addresses: a library of its own, with nothing of Kubernetes in it.
///
/// The one exported package is the whole API; start at [io.porterlb.bgp.BgpSpeaker]. Inside, each package may
/// use those before it: `wire` (octets to values and back), `fsm` (the session as a pure function), `restart`
/// (what peers are told of a restart), `rib` (what a peer was told), `net` (sockets, and neighbors on a
/// link), `peer` (one peer: all of these on one event loop), `speaker` (all peers).
@org.jspecify.annotations.NullMarked
module io.porterlb.bgp {
    requires transitive io.porterlb.address;
    requires transitive static org.jspecify;
    requires io.porterlb.libc;
    requires transitive io.netty.buffer;
    requires io.netty.codec;
    requires io.netty.common;
    requires io.netty.transport;
    requires io.netty.transport.classes.epoll;
    requires io.netty.transport.unix.common;

    exports io.porterlb.bgp;
    exports io.porterlb.bgp.wire;
    exports io.porterlb.bgp.wire.attribute;
    exports io.porterlb.bgp.wire.capability;
    exports io.porterlb.bgp.wire.fault;
    exports io.porterlb.bgp.wire.value;
}
