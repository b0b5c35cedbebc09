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

    /// A link-local address is on every link.
    record InterfaceMissing(String address) implements PeerProblem {
        @Override
        public String message() {
            return "spec.conf.neighborAddress is %s, which is link-local: name the nodes' interface in spec.conf.neighborInterface."
                    .formatted(address);
        }
    }

    /// The port cannot be used.
    record InvalidRemotePort(int port) implements PeerProblem {
        @Override
        public String message() {
            return "spec.transport.remotePort is %d: write 1 to 65535, or leave it out for 179.".formatted(port);
        }
    }

    /// The router is to connect, and nobody listens.
    record NotListening() implements PeerProblem {
        @Override
        public String message() {
            return "spec.transport.passiveMode is true, but spec.listenPort of BgpConf default is -1, so that nothing listens: set it to a port, or leave it out for 179.";
        }
    }

    /// The address to connect from cannot be used.
    record InvalidLocalAddress(String text) implements PeerProblem {
        @Override
        public String message() {
            return "spec.transport.localAddress is '%s', which is not an IP address of the router's family: write one of the node's, or leave it out."
                    .formatted(text);
        }
    }

    /// No family is on.
    record NoFamilyEnabled() implements PeerProblem {
        @Override
        public String message() {
            return "spec.afiSafis enables neither IPv4 nor IPv6 unicast: set config.enabled of an entry with AFI_IP or AFI_IP6 and SAFI_UNICAST to true, or leave spec.afiSafis out for the family of the router's address.";
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

    /// The number of hops cannot be used.
    record InvalidTtlSecurity(int hops) implements PeerProblem {
        @Override
        public String message() {
            return "spec.ttlSecurity.hops is %d: write 1 for a router on the link, at most 254.".formatted(hops);
        }
    }

    /// Two ways to say how far the router is.
    record MultihopWithTtlSecurity() implements PeerProblem {
        @Override
        public String message() {
            return "spec.ebgpMultihop and spec.ttlSecurity exclude each other: remove ebgpMultihop and say in ttlSecurity.hops how far the router is.";
        }
    }

    /// BFD out of range.
    record InvalidBfd(int intervalMilliseconds, int multiplier, int minimumTtl) implements PeerProblem {
        @Override
        public String message() {
            return "spec.bfd gives intervalMilliseconds %d, multiplier %d and minimumTtl %d: write 50 to 60000, 1 to 255 and 1 to 255, or leave them out."
                    .formatted(intervalMilliseconds, multiplier, minimumTtl);
        }
    }

    /// Graceful restart out of range.
    record InvalidRestartTime(int seconds) implements PeerProblem {
        @Override
        public String message() {
            return "spec.gracefulRestart.restartTime (of the BgpPeer or of BgpConf default) is %d: write 1 to 4095 seconds, or leave it out for 120."
                    .formatted(seconds);
        }
    }

    /// The Secret with the password is not there.
    record PasswordSecretMissing(String namespace, String name, String key) implements PeerProblem {
        @Override
        public String message() {
            return "spec.authSecretRef names Secret %s/%s, which does not exist: create it with the password in key %s (kubectl -n %s create secret generic %s --from-literal=%s=...)."
                    .formatted(namespace, name, key, namespace, name, key);
        }
    }

    /// The Secret with the password has not been read.
    record PasswordSecretUnread(String namespace, String name) implements PeerProblem {
        @Override
        public String message() {
            return "spec.authSecretRef names Secret %s/%s, which porter-agent has not read yet: if that stays so, it may not. Add %s to authSecretNames in the values of the Helm chart; without Helm, apply the Role and the RoleBinding that docs/user-guide.md shows for authSecretRef."
                    .formatted(namespace, name, name);
        }
    }

    /// The Secret has no such key.
    ///
    /// @param secret `namespace/name`
    record PasswordKeyMissing(String secret, String key) implements PeerProblem {
        @Override
        public String message() {
            return "spec.authSecretRef names key %s of Secret %s, which has no such key: put the password there, or name its key in spec.authSecretRef.key."
                    .formatted(key, secret);
        }
    }

    /// The password cannot be used.
    ///
    /// @param where field, or key and Secret
    record PasswordUnusable(String where) implements PeerProblem {
        @Override
        public String message() {
            return "%s is empty or longer than 80 bytes, or not text: TCP MD5 (RFC 2385) on Linux takes 1 to 80 bytes."
                    .formatted(where);
        }
    }

    /// The kernel wants the router's address with the key, before there is a connection.
    ///
    /// @param field that the password is from
    /// @param networkInterface where the router is
    record PasswordWithoutAddress(String field, String networkInterface) implements PeerProblem {
        @Override
        public String message() {
            return "%s sets a password beside spec.conf.neighborInterface %s alone, and TCP MD5 (RFC 2385) on Linux needs the router's address: write it into spec.conf.neighborAddress (fe80::...), or remove the password here and on the router."
                    .formatted(field, networkInterface);
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
