package io.porterlb.bgp;

/// How far away a peer may be. The forms exclude each other.
public sealed interface TimeToLive {
    /// 1 to an external peer, which so must be on the link; the kernel's value to an internal one.
    record Default() implements TimeToLive {}

    /// eBGP multihop: our packets start with this.
    ///
    /// @param value 1 to 255
    record Multihop(int value) implements TimeToLive {
        public Multihop {
            requireOctet("multihop", value);
        }
    }

    /// Generalized TTL Security ([RFC 5082 3](https://www.rfc-editor.org/rfc/rfc5082#section-3)): our packets start
    /// with 255, and the kernel drops those that were passed on by as many routers as this or more.
    ///
    /// @param hops 1 for a peer on the link, at most 254
    record Security(int hops) implements TimeToLive {
        private static final int MAX_HOPS = 254;

        public Security {
            if (hops < 1 || hops > MAX_HOPS) {
                throw new IllegalArgumentException("ttlSecurity is 1 to " + MAX_HOPS + " hops, not " + hops);
            }
        }
    }

    private static void requireOctet(String field, int value) {
        if (value < 1 || value > 0xFF) {
            throw new IllegalArgumentException(field + "Ttl is 1 to 255, not " + value);
        }
    }
}
