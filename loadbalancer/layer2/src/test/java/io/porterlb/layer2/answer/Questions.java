package io.porterlb.layer2.answer;

import io.porterlb.address.IpAddress;
import io.porterlb.layer2.wire.ArpPacket.Operation;
import io.porterlb.layer2.wire.Frame;
import io.porterlb.layer2.wire.Ipv6;
import io.porterlb.layer2.wire.NeighborSolicitation;
import java.util.Optional;

/// A neighbor asks.
final class Questions {
    static final IpAddress ASKER = IpAddress.of("fe80::2");

    private Questions() {}

    static Frame of(IpAddress address) {
        return switch (address.family()) {
            case V4 -> Clocked.arp(Operation.REQUEST, Clocked.OTHER, Clocked.OTHERS, address);
            case V6 -> solicitation(address, true);
        };
    }

    static Frame solicitation(IpAddress address, boolean withOption) {
        IpAddress group = Ipv6.solicitedNode(address);
        var ask = new NeighborSolicitation(
                ASKER, group, address, withOption ? Optional.of(Clocked.THIRD) : Optional.empty());
        return new Frame(Ipv6.groupMac(group), Clocked.OTHER, ask);
    }
}
