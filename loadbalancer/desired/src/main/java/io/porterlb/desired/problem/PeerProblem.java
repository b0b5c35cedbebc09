package io.porterlb.desired.problem;

/// Why a node opens no session for a BgpPeer that selects it.
public sealed interface PeerProblem extends Problem {
    /// There is no BgpConf `default`.
    record BgpConfMissing() implements PeerProblem {
        @Override
        public String message() {
            return "There is no BgpConf named default, the only name that counts: create it with spec.as.";
        }
    }

    /// The BgpConf `default` has no usable router id for the node.
    record InvalidRouterId(String routerId) implements PeerProblem {
        @Override
        public String message() {
            return "spec.routerId of BgpConf default is '%s', which is not an IPv4 address other than 0.0.0.0: write one, or leave it empty for each node's own."
                    .formatted(routerId);
        }
    }

    /// A node without IPv4 address cannot make up a router id.
    record RouterIdMissing(String node) implements PeerProblem {
        @Override
        public String message() {
            return "Node %s has no IPv4 address to use as its router id: set spec.routerId of BgpConf default."
                    .formatted(node);
        }
    }

    /// No local AS number.
    record InvalidLocalAs(long as) implements PeerProblem {
        @Override
        public String message() {
            return "The local AS number is %d: set spec.as of BgpConf default (or spec.conf.localAs of the BgpPeer) to 1 to 4294967295."
                    .formatted(as);
        }
    }

    /// No AS number of the router.
    record InvalidPeerAs(long as) implements PeerProblem {
        @Override
        public String message() {
            return "spec.conf.peerAs is %d: set it to the router's AS number, 1 to 4294967295.".formatted(as);
        }
    }

    /// The router's address cannot be read.
    record InvalidNeighborAddress(String text) implements PeerProblem {
        @Override
        public String message() {
            return "spec.conf.neighborAddress is '%s', which is not an IP address: write the router's, such as 192.0.2.1."
                    .formatted(text);
        }
    }

    /// The router's address is IPv6.
    record Ipv6NeighborNotSupported(String text) implements PeerProblem {
        @Override
        public String message() {
            return "spec.conf.neighborAddress is %s: IPv6 neighbours are not supported yet; use the router's IPv4 address."
                    .formatted(text);
        }
    }

    /// The port cannot be used.
    record InvalidRemotePort(int port) implements PeerProblem {
        @Override
        public String message() {
            return "spec.transport.remotePort is %d: write 1 to 65535, or leave it out for 179.".formatted(port);
        }
    }

    /// Only the router may open the session.
    record PassiveModeNotSupported() implements PeerProblem {
        @Override
        public String message() {
            return "spec.transport.passiveMode is true: waiting for the router to connect is not supported yet; set it to false and let the router accept connections.";
        }
    }

    /// Timers that RFC 4271 does not allow.
    record InvalidTimers(int holdTime, int keepalive, int connectRetry) implements PeerProblem {
        @Override
        public String message() {
            return "spec.timers.config gives holdTime %d, keepaliveInterval %d and connectRetry %d: write a hold time of 3 to 65535 seconds, a shorter keepalive interval and 1 to 65535 seconds to retry, or leave them out."
                    .formatted(holdTime, keepalive, connectRetry);
        }
    }

    /// The time to live cannot be used.
    record InvalidMultihopTtl(int ttl) implements PeerProblem {
        @Override
        public String message() {
            return "spec.ebgpMultihop.multihopTtl is %d: write 1 to 255.".formatted(ttl);
        }
    }

    /// Another BgpPeer leads the node to the same router.
    record DuplicateNeighbor(String neighbor, String other) implements PeerProblem {
        @Override
        public String message() {
            return "spec.conf.neighborAddress and spec.transport.remotePort name %s, as BgpPeer %s does for the same node: delete one of the two or let their nodeSelectors select different nodes."
                    .formatted(neighbor, other);
        }
    }
}
