package io.porterlb.bgp;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import java.util.Optional;

/// Where a peer is.
public sealed interface PeerAddress {
    /// At an address.
    ///
    /// @param address of the peer
    /// @param device network interface that the address is on; needed for a link-local one (fe80::/10), else
    ///     empty
    record At(IpAddress address, Optional<String> device) implements PeerAddress {
        public At {
            if (isLinkLocal(address) && device.isEmpty()) {
                throw new IllegalArgumentException(address + " is link-local: say on which interface it is");
            }
        }

        @Override
        public String toString() {
            return address + device.map(name -> "%" + name).orElse("");
        }
    }

    /// Whoever is on the other side of a point-to-point link ("unnumbered"). Its link-local address is learned
    /// from its router advertisements ([RFC 4861
    /// 4.2](https://www.rfc-editor.org/rfc/rfc4861#section-4.2)), and it learns ours from ours, which say that
    /// we are no way to anywhere. This needs the capability NET_RAW. Whoever connects to us from a link-local
    /// address there is the peer, too.
    ///
    /// @param device name of the network interface
    record OnLink(String device) implements PeerAddress {
        @Override
        public String toString() {
            return "the router on " + device;
        }
    }

    static PeerAddress of(IpAddress address) {
        return new At(address, Optional.empty());
    }

    /// Family of the TCP connection.
    default IpFamily family() {
        return switch (this) {
            case At(var address, var _) -> address.family();
            case OnLink _ -> IpFamily.V6;
        };
    }

    /// The configured address; empty where it is learned.
    default Optional<IpAddress> known() {
        return switch (this) {
            case At(var address, var _) -> Optional.of(address);
            case OnLink _ -> Optional.empty();
        };
    }

    /// Whether the address is in fe80::/10 ([RFC 4291
    /// 2.5.6](https://www.rfc-editor.org/rfc/rfc4291#section-2.5.6)).
    static boolean isLinkLocal(IpAddress address) {
        return address.family() == IpFamily.V6 && address.high() >>> 54 == 0x3FA;
    }
}
