package io.porterlb.layer2.answer;

import io.porterlb.address.IpAddress;
import io.porterlb.address.MacAddress;
import io.porterlb.layer2.wire.ArpPacket;
import io.porterlb.layer2.wire.ArpPacket.Operation;
import io.porterlb.layer2.wire.Frame;
import io.porterlb.layer2.wire.Ipv6;
import io.porterlb.layer2.wire.NeighborAdvertisement;
import io.porterlb.layer2.wire.NeighborAdvertisement.Flags;
import io.porterlb.layer2.wire.NeighborSolicitation;
import java.util.List;
import java.util.Optional;

/// What is said to all on the link without being asked.
final class Announcements {
    private static final IpAddress NONE = IpAddress.of("0.0.0.0");

    private Announcements() {}

    /// "Does somebody have this address?" To who has it, we are nobody: [RFC 5227
    /// 2.1.1](https://www.rfc-editor.org/rfc/rfc5227#section-2.1.1), [RFC 4862
    /// 5.4.2](https://www.rfc-editor.org/rfc/rfc4862#section-5.4.2).
    static List<Frame> probe(IpAddress address, MacAddress own) {
        return List.of(
                switch (address.family()) {
                    case V4 -> arp(Operation.REQUEST, own, NONE, MacAddress.ZERO, address);
                    case V6 -> {
                        IpAddress group = Ipv6.solicitedNode(address);
                        var ask = new NeighborSolicitation(Ipv6.UNSPECIFIED, group, address, Optional.empty());
                        yield new Frame(Ipv6.groupMac(group), own, ask);
                    }
                });
    }

    /// "I have this address": gratuitous ARP as request ([RFC 5227
    /// 2.3](https://www.rfc-editor.org/rfc/rfc5227#section-2.3)) and as reply ([RFC 5944
    /// 4.6](https://www.rfc-editor.org/rfc/rfc5944#section-4.6)), as there are hosts that hear the one only or
    /// the other; or an unsolicited neighbor advertisement ([RFC 4861
    /// 7.2.6](https://www.rfc-editor.org/rfc/rfc4861#section-7.2.6)).
    static List<Frame> announcement(IpAddress address, MacAddress own) {
        return switch (address.family()) {
            case V4 ->
                List.of(
                        arp(Operation.REQUEST, own, address, MacAddress.ZERO, address),
                        arp(Operation.REPLY, own, address, own, address));
            case V6 -> {
                Flags flags = new Flags(false, false, true);
                var said = new NeighborAdvertisement(address, Ipv6.ALL_NODES, address, flags, Optional.of(own));
                yield List.of(new Frame(Ipv6.groupMac(Ipv6.ALL_NODES), own, said));
            }
        };
    }

    private static Frame arp(
            Operation operation, MacAddress own, IpAddress sender, MacAddress target, IpAddress address) {
        return new Frame(MacAddress.BROADCAST, own, new ArpPacket(operation, own, sender, target, address));
    }
}
