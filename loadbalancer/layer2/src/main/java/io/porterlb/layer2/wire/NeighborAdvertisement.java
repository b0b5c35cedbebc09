package io.porterlb.layer2.wire;

import io.porterlb.address.IpAddress;
import io.porterlb.address.MacAddress;
import java.util.Optional;

/// Says who has an IPv6 address ([RFC 4861 4.4](https://www.rfc-editor.org/rfc/rfc4861#section-4.4)).
///
/// @param source an address of the sender
/// @param destination who asked, or all nodes
/// @param target the address in question
/// @param flags what more it says
/// @param targetLinkLayer the MAC address of the target; empty if the frame says it
public record NeighborAdvertisement(
        IpAddress source, IpAddress destination, IpAddress target, Flags flags, Optional<MacAddress> targetLinkLayer)
        implements Message {
    static final int TYPE = 136;
    static final int OPTION = 2;

    /// The flags R, S and O.
    ///
    /// @param router whether the sender is a router
    /// @param solicited whether it was asked
    /// @param override whether the receiver is to forget another MAC address
    public record Flags(boolean router, boolean solicited, boolean override) {
        private static final int ROUTER = 0x8000_0000;
        private static final int SOLICITED = 0x4000_0000;
        private static final int OVERRIDE = 0x2000_0000;

        static Flags of(int bits) {
            return new Flags((bits & ROUTER) != 0, (bits & SOLICITED) != 0, (bits & OVERRIDE) != 0);
        }

        int bits() {
            return (router ? ROUTER : 0) | (solicited ? SOLICITED : 0) | (override ? OVERRIDE : 0);
        }
    }

    /// A rule of [RFC 4861 7.1.2](https://www.rfc-editor.org/rfc/rfc4861#section-7.1.2).
    Parsed checked() {
        boolean wrong = flags.solicited() && Ipv6.isMulticast(destination);
        return wrong ? new Parsed.Not(DiscardReason.BAD_ADVERTISEMENT) : new Parsed.Is(this);
    }
}
