package io.porterlb.layer2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.address.IpAddress;
import io.porterlb.address.MacAddress;
import io.porterlb.layer2.lab.LeasedMain;
import io.porterlb.layer2.lab.LeasedSpeaker;
import io.porterlb.layer2.lab.Segment;
import io.porterlb.layer2.net.RawNeighbor;
import io.porterlb.layer2.wire.ArpPacket;
import io.porterlb.layer2.wire.ArpPacket.Operation;
import io.porterlb.layer2.wire.Frame;
import io.porterlb.layer2.wire.FrameWriter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A speaker that may answer for a time only.
@Tag("cluster")
class LeaseTest {
    private static final int ARP = 0x0806;
    private static final IpAddress FIRST = IpAddress.of("10.98.0.101");
    private static final IpAddress SECOND = IpAddress.of("10.98.0.102");
    private static final IpAddress THIRD = IpAddress.of("10.98.0.103");

    private final Segment segment = Segment.cable();
    private final MacAddress asker = Segment.mac(segment.far());

    @AfterEach
    void close() {
        segment.close();
    }

    private byte[] request(IpAddress from) {
        return FrameWriter.write(new Frame(
                MacAddress.BROADCAST,
                asker,
                new ArpPacket(Operation.REQUEST, asker, from, MacAddress.ZERO, Segment.V4)));
    }

    @Test
    void answersWhileItMayAndNotBeforeNorAfter() {
        try (Layer2Speaker speaker = Layer2Speaker.startLeased(_ -> {})) {
            segment.at(() -> speaker.announce(Set.of(new Answer(Segment.V4, Segment.DEVICE, Answer.Start.TAKE_OVER))));
            assertEquals("", segment.resolved(Segment.V4));
            speaker.answerUntil(System.nanoTime() + Duration.ofMinutes(5).toNanos());
            segment.assertResolved(Segment.V4);
            speaker.answerUntil(System.nanoTime());
            assertEquals("", segment.resolved(Segment.V4));
        }
    }

    /// SIGSTOP for longer than the lease: what was asked meanwhile was for whoever had taken over.
    @Test
    void processThatWasStoppedDoesNotAnswerWhatPiledUp() throws Exception {
        try (LeasedSpeaker stopped = LeasedSpeaker.start(segment.near())) {
            List<Frame> heard = segment.far().call(() -> {
                try (RawNeighbor neighbor = new RawNeighbor(ARP)) {
                    neighbor.askUntil(RawNeighbor.replyTo(FIRST), request(FIRST));
                    stopped.stop();
                    neighbor.send(request(SECOND));
                    Thread.sleep(LeasedMain.LEASE.multipliedBy(2));
                    stopped.resume();
                    return neighbor.askUntil(RawNeighbor.replyTo(THIRD), request(THIRD));
                }
            });
            assertEquals(0, heard.stream().filter(RawNeighbor.replyTo(SECOND)).count(), heard::toString);
        }
    }
}
