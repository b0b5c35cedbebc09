package io.porterlb.test.cluster.router;

import java.util.Set;

/// What a router is told about one neighbor beyond its address and AS number. Without any, it calls the neighbor, with
/// a hold time of 3 s, and carries the family of the neighbor's address.
public sealed interface SessionOption {
    /// It waits to be called.
    record Passive() implements SessionOption {}

    /// Of TCP MD5 signatures (RFC 2385).
    record Password(String text) implements SessionOption {}

    /// The neighbor is at most so many hops away, judged by the time to live of what comes (GTSM, RFC 5082).
    record TtlSecurity(int hops) implements SessionOption {}

    /// The neighbor is at most so many hops away, by the time to live of what is sent.
    record Multihop(int hops) implements SessionOption {}

    /// The router's own address for the session; BIRD needs it for BFD over hops.
    record LocalAddress(String address) implements SessionOption {}

    /// In seconds.
    record Timers(int keepalive, int hold) implements SessionOption {}

    /// What the session carries.
    record Families(Set<Family> families) implements SessionOption {
        public Families {
            families = Set.copyOf(families);
        }
    }

    /// It takes several paths of a prefix (RFC 7911); FRR does so anyhow.
    record AddPathReceive() implements SessionOption {}

    /// IPv4 routes may have IPv6 next hops (RFC 8950).
    record ExtendedNextHop() implements SessionOption {}

    /// It ends the session where it hears of more prefixes.
    record MaxPrefixes(int most) implements SessionOption {}

    /// Its part in RFC 4724, where that is not to be the daemon's default.
    record GracefulRestart(RestartPart part) implements SessionOption {}

    /// A session beside it that notices a dead path (RFC 5880).
    ///
    /// @param interval of sending and of receiving, in milliseconds
    /// @param multiplier so many missed packets in a row mean down
    record Bfd(int interval, int multiplier) implements SessionOption {}

    /// The parts that a router may have in a graceful restart.
    enum RestartPart {
        /// Its OPEN does not mention it.
        NONE,
        /// It keeps the routes of a neighbor that restarts.
        HELPER,
        /// That, and it asks its neighbors to do the same for it.
        RESTARTER
    }
}
