package io.porterlb.layer2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.address.IpAddress;
import io.porterlb.address.MacAddress;
import io.porterlb.layer2.lab.Segment;
import io.porterlb.layer2.net.RawNeighbor;
import io.porterlb.layer2.wire.ArpPacket;
import io.porterlb.layer2.wire.ArpPacket.Operation;
import io.porterlb.layer2.wire.Frame;
import io.porterlb.layer2.wire.FrameWriter;
import io.porterlb.layer2.wire.Ipv6;
import io.porterlb.layer2.wire.NeighborAdvertisement;
import io.porterlb.layer2.wire.NeighborSolicitation;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Which frames are answered: one that must not be is sent before one that must be.
@Tag("cluster")
class FrameRulesTest {
    private static final int ARP = 0x0806;
    private static final int IPV6 = 0x86DD;
    private static final int HOP_LIMIT_AT = 21;
    private static final int CHECKSUM_AT = 56;

    private static final MacAddress NOBODY = MacAddress.of("02:00:5e:00:53:09");
    private static final IpAddress FIRST = IpAddress.of("10.98.0.101");
    private static final IpAddress SECOND = IpAddress.of("10.98.0.102");
    private static final IpAddress THIRD = IpAddress.of("10.98.0.103");

    private final Segment segment = Segment.cable();
    private final MacAddress asker = Segment.mac(segment.far());
    private final Layer2Speaker speaker = Layer2Speaker.start(_ -> {});

    @BeforeEach
    void announce() {
        segment.at(() -> speaker.announce(Set.of(
                new Answer(Segment.V4, Segment.DEVICE, Answer.Start.TAKE_OVER),
                new Answer(Segment.V6, Segment.DEVICE, Answer.Start.TAKE_OVER))));
        segment.assertResolved(Segment.V4);
    }

    @AfterEach
    void close() {
        speaker.close();
        segment.close();
    }

    private byte[] request(IpAddress from) {
        return FrameWriter.write(new Frame(
                MacAddress.BROADCAST,
                asker,
                new ArpPacket(Operation.REQUEST, asker, from, MacAddress.ZERO, Segment.V4)));
    }

    /// With a tag of IEEE 802.1Q behind the two MAC addresses.
    private static byte[] tagged(byte[] frame, int tag) {
        int macs = 2 * MacAddress.OCTETS;
        return ByteBuffer.allocate(frame.length + 4)
                .put(frame, 0, macs)
                .putShort((short) 0x8100)
                .putShort((short) tag)
                .put(frame, macs, frame.length - macs)
                .array();
    }

    @Test
    void frameOfAVlanIsNotAnsweredAndOneWithAPriorityAloneIs() {
        List<Frame> heard = segment.far().call(() -> {
            try (RawNeighbor neighbor = new RawNeighbor(ARP)) {
                neighbor.send(tagged(request(FIRST), 10));
                neighbor.send(tagged(request(SECOND), 0xE000));
                neighbor.send(request(THIRD));
                return neighbor.hearUntil(RawNeighbor.replyTo(THIRD));
            }
        });
        assertEquals(0, heard.stream().filter(RawNeighbor.replyTo(FIRST)).count());
        assertEquals(1, heard.stream().filter(RawNeighbor.replyTo(SECOND)).count());
        assertEquals(1, heard.stream().filter(RawNeighbor.replyTo(THIRD)).count());
    }

    @Test
    void frameForAnotherMachineIsNotAnswered() {
        List<Frame> heard = segment.far().call(() -> {
            try (RawNeighbor neighbor = new RawNeighbor(ARP)) {
                byte[] elsewhere = request(FIRST);
                ByteBuffer.wrap(elsewhere).put(NOBODY.toOctets());
                neighbor.send(elsewhere);
                neighbor.send(request(SECOND));
                return neighbor.hearUntil(RawNeighbor.replyTo(SECOND));
            }
        });
        assertEquals(0, heard.stream().filter(RawNeighbor.replyTo(FIRST)).count());
    }

    private byte[] solicitation(String from) {
        IpAddress group = Ipv6.solicitedNode(Segment.V6);
        return FrameWriter.write(new Frame(
                Ipv6.groupMac(group),
                asker,
                new NeighborSolicitation(IpAddress.of(from), group, Segment.V6, Optional.of(asker))));
    }

    private static boolean answers(Frame frame, String asker) {
        return frame.message() instanceof NeighborAdvertisement said
                && said.destination().equals(IpAddress.of(asker));
    }

    @Test
    void solicitationThatWasForwardedOrIsBrokenIsNotAnswered() {
        byte[] forwarded = solicitation("fd98::101");
        forwarded[HOP_LIMIT_AT] = (byte) 254;
        byte[] broken = solicitation("fd98::102");
        broken[CHECKSUM_AT]++;
        List<Frame> heard = segment.far().call(() -> {
            try (RawNeighbor neighbor = new RawNeighbor(IPV6)) {
                neighbor.send(forwarded);
                neighbor.send(broken);
                neighbor.send(solicitation("fd98::103"));
                return neighbor.hearUntil(frame -> answers(frame, "fd98::103"));
            }
        });
        assertEquals(0, heard.stream().filter(f -> answers(f, "fd98::101")).count());
        assertEquals(0, heard.stream().filter(f -> answers(f, "fd98::102")).count());
    }
}
