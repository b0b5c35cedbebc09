package io.porterlb.layer2.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.address.IpAddress;
import io.porterlb.address.MacAddress;
import io.porterlb.layer2.Answer.Start;
import io.porterlb.layer2.wire.ArpPacket;
import io.porterlb.layer2.wire.ArpPacket.Operation;
import io.porterlb.layer2.wire.Frame;
import io.porterlb.layer2.wire.NeighborAdvertisement;
import io.porterlb.layer2.wire.NeighborAdvertisement.Flags;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RepliesTest {
    private final Clocked time = new Clocked(0);

    @BeforeEach
    void have() {
        time.want(Start.TAKE_OVER, Clocked.V4, Clocked.V6);
    }

    private static Frame arpReply(IpAddress to) {
        return new Frame(
                Clocked.OTHER, Clocked.OWN, new ArpPacket(Operation.REPLY, Clocked.OWN, Clocked.V4, Clocked.OTHER, to));
    }

    private static Frame advertisement(MacAddress mac, String to, boolean solicited) {
        return new Frame(
                mac,
                Clocked.OWN,
                new NeighborAdvertisement(
                        Clocked.V6,
                        IpAddress.of(to),
                        Clocked.V6,
                        new Flags(false, solicited, true),
                        Optional.of(Clocked.OWN)));
    }

    @Test
    void arpRequestIsAnsweredToItsSender() {
        assertEquals(Optional.of(arpReply(Clocked.OTHERS)), time.table.reply(Questions.of(Clocked.V4)));
    }

    @Test
    void arpProbeIsAnsweredToo() {
        assertEquals(
                Optional.of(arpReply(IpAddress.of("0.0.0.0"))),
                time.table.reply(Clocked.probe(Clocked.V4, Clocked.OTHER)));
    }

    @Test
    void arpReplyIsNoQuestion() {
        var reply = Clocked.arp(Operation.REPLY, Clocked.OTHER, Clocked.OTHERS, Clocked.V4);
        assertEquals(Optional.empty(), time.table.reply(reply));
    }

    @Test
    void solicitationIsAnsweredToTheAddressInItsOption() {
        assertEquals(
                Optional.of(advertisement(Clocked.THIRD, "fe80::2", true)),
                time.table.reply(Questions.solicitation(Clocked.V6, true)));
    }

    @Test
    void solicitationWithoutOptionIsAnsweredToWhereItCameFrom() {
        assertEquals(
                Optional.of(advertisement(Clocked.OTHER, "fe80::2", true)),
                time.table.reply(Questions.solicitation(Clocked.V6, false)));
    }

    @Test
    void duplicateAddressDetectionIsAnsweredToAllNodes() {
        assertEquals(
                Optional.of(advertisement(MacAddress.of("33:33:00:00:00:01"), "ff02::1", false)),
                time.table.reply(Clocked.probe(Clocked.V6, Clocked.OTHER)));
    }

    @Test
    void ownQuestionThatALoopBringsBackIsNotAnswered() {
        assertEquals(Optional.empty(), time.table.reply(Clocked.probe(Clocked.V4, Clocked.OWN)));
        assertEquals(Optional.empty(), time.table.reply(Clocked.probe(Clocked.V6, Clocked.OWN)));
    }
}
