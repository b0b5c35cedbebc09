package io.porterlb.layer2.answer;

import io.porterlb.address.IpAddress;
import io.porterlb.address.MacAddress;
import io.porterlb.layer2.wire.ArpPacket;
import io.porterlb.layer2.wire.Frame;
import io.porterlb.layer2.wire.NeighborAdvertisement;
import io.porterlb.layer2.wire.NeighborSolicitation;

/// What a frame says of an address: somebody has it, or would like to have it.
///
/// @param by whose it is, or shall be
/// @param probe whether he asks first
record Claim(IpAddress address, MacAddress by, boolean probe) {
    private static final IpAddress NONE = IpAddress.of("0.0.0.0");

    static Claim of(Frame frame) {
        return switch (frame.message()) {
            case ArpPacket arp -> ofArp(arp);
            case NeighborAdvertisement said ->
                new Claim(said.target(), said.targetLinkLayer().orElse(frame.source()), false);
            case NeighborSolicitation ask when ask.isProbe() -> new Claim(ask.target(), frame.source(), true);
            case NeighborSolicitation ask ->
                new Claim(ask.source(), ask.sourceLinkLayer().orElse(frame.source()), false);
        };
    }

    /// Request or reply, its sender has its address ([RFC 5227
    /// 2.1.1](https://www.rfc-editor.org/rfc/rfc5227#section-2.1.1)).
    private static Claim ofArp(ArpPacket arp) {
        boolean probe = arp.senderProtocol().equals(NONE);
        return new Claim(probe ? arp.targetProtocol() : arp.senderProtocol(), arp.senderHardware(), probe);
    }
}
