package io.porterlb.bfd.net;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.bfd.BfdSessionConfig;
import java.util.Optional;

/// Where packets arrive.
///
/// @param family of the addresses
/// @param multihop which of the two kinds, and so which port
/// @param address the one that they are sent to; any of this machine's if empty
/// @param interfaceName that they come in by; any if empty
public record Endpoint(IpFamily family, boolean multihop, Optional<IpAddress> address, Optional<String> interfaceName) {
    /// [RFC 5881 4](https://www.rfc-editor.org/rfc/rfc5881#section-4).
    private static final int SINGLE_HOP_PORT = 3784;

    /// [RFC 5883 5](https://www.rfc-editor.org/rfc/rfc5883#section-5).
    private static final int MULTIHOP_PORT = 4784;

    /// Where the packets of a session arrive.
    public static Endpoint of(BfdSessionConfig session) {
        return new Endpoint(
                session.peer().family(), session.isMultihop(), session.localAddress(), session.interfaceName());
    }

    /// The UDP port that packets go to.
    public int port() {
        return multihop ? MULTIHOP_PORT : SINGLE_HOP_PORT;
    }

    /// Whether a packet to the other one may be meant for this one too.
    public boolean takesIn(Endpoint other) {
        return family == other.family
                && multihop == other.multihop
                && (address.isEmpty() || address.equals(other.address))
                && (interfaceName.isEmpty() || interfaceName.equals(other.interfaceName));
    }

    /// Whether the kernel would refuse to have both without being told that it is meant.
    boolean overlaps(Endpoint other) {
        return family == other.family && multihop == other.multihop;
    }

    @Override
    public String toString() {
        return "UDP port " + port() + " of "
                + address.map(IpAddress::toString).orElse(family == IpFamily.V4 ? "IPv4" : "IPv6")
                + interfaceName.map(name -> " on " + name).orElse("");
    }
}
