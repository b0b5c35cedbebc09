package io.porterlb.desired.plan;

import io.porterlb.address.IpAddress;
import java.util.Optional;

/// The TCP connection to a router.
///
/// @param port of the router, 1 to 65535
/// @param passive whether the router connects
/// @param localAddress to connect from; any if empty
/// @param password for TCP MD5; none if empty
public record TransportPlan(
        int port, boolean passive, Optional<IpAddress> localAddress, Hops hops, Optional<PasswordPlan> password) {
    /// How far away the router may be.
    public sealed interface Hops {
        /// On the link, or, in our own AS, wherever the kernel's packets get.
        record Direct() implements Hops {}

        /// Behind other routers.
        ///
        /// @param ttl time to live of our packets, 1 to 255
        record Multihop(int ttl) implements Hops {}

        /// Checked as [RFC 5082](https://www.rfc-editor.org/rfc/rfc5082) has it.
        ///
        /// @param hops 1 on the link, at most 254
        record Security(int hops) implements Hops {}
    }
}
