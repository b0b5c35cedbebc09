package io.porterlb.layer2.wire;

import io.porterlb.address.IpAddress;
import io.porterlb.address.MacAddress;
import java.util.Optional;

/// Asks who has an IPv6 address ([RFC 4861 4.3](https://www.rfc-editor.org/rfc/rfc4861#section-4.3)).
///
/// @param source who asks; `::` while it looks whether the address is free ([RFC 4862
///     5.4.2](https://www.rfc-editor.org/rfc/rfc4862#section-5.4.2))
/// @param destination the target's solicited-node group, or the target itself
/// @param target the address in question
/// @param sourceLinkLayer where the answer is to go; empty if the frame says it
public record NeighborSolicitation(
        IpAddress source, IpAddress destination, IpAddress target, Optional<MacAddress> sourceLinkLayer)
        implements Message {
    static final int TYPE = 135;
    static final int OPTION = 1;

    /// Whether somebody asks who would like to have the address.
    public boolean isProbe() {
        return source.equals(Ipv6.UNSPECIFIED);
    }

    /// The last two rules of [RFC 4861 7.1.1](https://www.rfc-editor.org/rfc/rfc4861#section-7.1.1).
    Parsed checked() {
        boolean wrong = isProbe() && (sourceLinkLayer.isPresent() || !Ipv6.isSolicitedNode(destination));
        return wrong ? new Parsed.Not(DiscardReason.BAD_PROBE) : new Parsed.Is(this);
    }
}
