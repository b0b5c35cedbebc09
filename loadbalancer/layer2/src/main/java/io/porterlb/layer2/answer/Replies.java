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
import java.util.Optional;

/// Answers to questions. The MAC address in the frame is always the one in the message: switches with ARP or ND
/// inspection demand it, and a switch learns from the one what hosts learn from the other.
final class Replies {
    private Replies() {}

    /// The address that is asked for; empty if the frame is no question.
    static Optional<IpAddress> asked(Frame frame) {
        return switch (frame.message()) {
            case ArpPacket arp -> asks(arp) ? Optional.of(arp.targetProtocol()) : Optional.empty();
            case NeighborSolicitation ask ->
                ask.target().equals(ask.source()) ? Optional.empty() : Optional.of(ask.target());
            case NeighborAdvertisement _ -> Optional.empty();
        };
    }

    /// A request for the sender's own address is an announcement ([RFC 5227
    /// 1.1](https://www.rfc-editor.org/rfc/rfc5227#section-1.1)).
    private static boolean asks(ArpPacket arp) {
        return arp.operation() == Operation.REQUEST && !arp.senderProtocol().equals(arp.targetProtocol());
    }

    /// The answer to a question for an address that `own` has.
    static Optional<Frame> to(Frame frame, MacAddress own) {
        return switch (frame.message()) {
            case ArpPacket arp -> Optional.of(reply(arp, own));
            case NeighborSolicitation ask -> Optional.of(reply(ask, frame.source(), own));
            case NeighborAdvertisement _ -> Optional.empty();
        };
    }

    /// RFC 826, "Packet Reception": sender and target change places.
    private static Frame reply(ArpPacket ask, MacAddress own) {
        ArpPacket answer =
                new ArpPacket(Operation.REPLY, own, ask.targetProtocol(), ask.senderHardware(), ask.senderProtocol());
        return new Frame(ask.senderHardware(), own, answer);
    }

    /// [RFC 4861 7.2.4](https://www.rfc-editor.org/rfc/rfc4861#section-7.2.4): to all nodes, and not solicited,
    /// if it does not say who asks.
    private static Frame reply(NeighborSolicitation ask, MacAddress asker, MacAddress own) {
        boolean known = !ask.isProbe();
        IpAddress to = known ? ask.source() : Ipv6.ALL_NODES;
        MacAddress mac = known ? ask.sourceLinkLayer().orElse(asker) : Ipv6.groupMac(Ipv6.ALL_NODES);
        Flags flags = new Flags(false, known, true);
        return new Frame(mac, own, new NeighborAdvertisement(ask.target(), to, ask.target(), flags, Optional.of(own)));
    }
}
