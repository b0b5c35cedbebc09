package io.porterlb.bfd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.porterlb.address.IpAddress;
import io.porterlb.bfd.net.ScriptedNeighbor;
import io.porterlb.bfd.wire.BfdPacket;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The whole speaker against a neighbor that does as the test says.
class NeighborTest {
    private final Loopback loopback = Loopback.any();
    private final Recorder heard = new Recorder();
    private final BfdSpeaker speaker = BfdSpeaker.start(heard);
    private ScriptedNeighbor neighbor;

    @BeforeEach
    void open() throws IOException {
        neighbor = new ScriptedNeighbor(loopback.theirs());
    }

    @AfterEach
    void close() {
        speaker.close();
        neighbor.close();
    }

    /// With a neighbor that may be silent for a long time.
    private void comeUp() throws Exception {
        neighbor.multiplier(100);
        comeUpWithItsMultiplier();
    }

    private void comeUpWithItsMultiplier() throws Exception {
        speaker.configure(Set.of(loopback.ours()));
        neighbor.comeUp();
        assertEquals(BfdState.UP, heard.next().state());
    }

    @Test
    void silenceIsAFailure() throws Exception {
        comeUpWithItsMultiplier();
        BfdPacket last = neighbor.await(packet -> packet.state() == BfdState.DOWN);
        assertEquals(BfdDiagnostic.CONTROL_DETECTION_TIME_EXPIRED, last.diagnostic());
        assertEquals(0, last.yourDiscriminator());
        BfdSessionStatus down = heard.next();
        assertEquals(BfdDiagnostic.CONTROL_DETECTION_TIME_EXPIRED, down.diagnostic());
        assertTrue(down.failed());
        assertEquals(Optional.empty(), down.upSince());
        neighbor.comeUp();
        assertFalse(heard.next().failed());
    }

    @Test
    void neighborThatSaysDownIsAFailure() throws Exception {
        comeUp();
        neighbor.send(BfdState.DOWN);
        BfdSessionStatus down = heard.next();
        assertEquals(BfdDiagnostic.NEIGHBOR_SIGNALED_SESSION_DOWN, down.diagnostic());
        assertTrue(down.failed());
    }

    @Test
    void neighborThatIsHeldDownIsNone() throws Exception {
        comeUp();
        neighbor.send(BfdState.ADMIN_DOWN);
        assertFalse(heard.next().failed());
    }

    @Test
    void sessionThatNeverCameUpIsNotHeardOf() throws Exception {
        speaker.configure(Set.of(loopback.ours()));
        neighbor.await(packet -> packet.state() == BfdState.DOWN);
        neighbor.send(BfdState.DOWN);
        neighbor.await(packet -> packet.state() == BfdState.INIT);
        neighbor.await(packet -> packet.state() == BfdState.DOWN); // after three seconds of silence
        assertEquals(0, heard.waiting());
        assertFalse(speaker.status().getFirst().everUp());
    }

    @Test
    void pollIsAnsweredWithFinal() throws Exception {
        comeUp();
        neighbor.send(neighbor.packet(BfdState.UP, true));
        assertEquals(BfdState.UP, neighbor.await(BfdPacket::fin).state());
    }

    @Test
    void lowTimeToLiveNeverGetsPastTheKernel() throws Exception {
        speaker.configure(Set.of(loopback.ours()));
        neighbor.await(packet -> packet.state() == BfdState.DOWN);
        for (int ttl : new int[] {254, 64, 1}) {
            neighbor.timeToLive(ttl);
            neighbor.send(BfdState.DOWN);
        }
        neighbor.timeToLive(255);
        neighbor.send(BfdState.ADMIN_DOWN);
        Recorder.await(speaker, status -> status.remoteState() == BfdState.ADMIN_DOWN);
        assertEquals(1, speaker.status().getFirst().counters().received());
        assertEquals(0, speaker.strayPackets());
    }

    @Test
    void authenticatedPacketIsDiscardedAndSaysWhy() throws Exception {
        speaker.configure(Set.of(loopback.ours()));
        neighbor.await(packet -> packet.state() == BfdState.DOWN);
        String octets =
                "2044031e" + "00000001" + "00000000" + "000f4240" + "000493e0" + "00000000" + "010601" + "626664";
        neighbor.send(Unpooled.wrappedBuffer(ByteBufUtil.decodeHexDump(octets)));
        BfdSessionStatus status = Recorder.await(speaker, now -> now.counters().discarded() == 1);
        assertEquals(Optional.of(DiscardReason.AUTHENTICATED), status.lastDiscard());
        assertEquals(BfdState.DOWN, status.state());
    }

    @Test
    void packetsForNoSessionAreCountedAndChangeNothing() throws Exception {
        comeUp();
        BfdPacket good = neighbor.packet(BfdState.UP, false);
        neighbor.send(new BfdPacket(
                BfdDiagnostic.NONE,
                BfdState.DOWN,
                false,
                false,
                false,
                false,
                3,
                good.myDiscriminator(),
                good.yourDiscriminator() ^ 1,
                1_000_000,
                300_000,
                0));
        neighbor.send(neighbor.packet(BfdState.UP, true));
        neighbor.await(BfdPacket::fin);
        assertEquals(1, speaker.strayPackets());
        assertEquals(BfdState.UP, speaker.status().getFirst().state());
    }

    /// It may have come with any time to live.
    @Test
    void packetForNeighborsBehindRoutersIsNoneForOneOnTheLink() throws Exception {
        BfdSessionConfig behindRouters = BfdSessionConfig.multihop("a second one", loopback.neighbor(), 1)
                .from(loopback.us());
        try (ScriptedNeighbor second = new ScriptedNeighbor(loopback.theirsOverRouters(1))) {
            comeUp();
            speaker.configure(Set.of(loopback.ours(), behindRouters));
            second.await(packet -> packet.state() == BfdState.DOWN);
            second.send(neighbor.packet(BfdState.DOWN, false));
            Recorder.await(speaker, _ -> speaker.strayPackets() == 1);
            neighbor.send(neighbor.packet(BfdState.UP, true));
            neighbor.await(BfdPacket::fin);
            assertEquals(0, heard.waiting());
        }
    }

    @Test
    void localAddressThatIsNotOursIsAProblemInWords() {
        BfdSessionConfig elsewhere =
                BfdSessionConfig.singleHop("ours", loopback.neighbor()).from(IpAddress.of("192.0.2.77"));
        speaker.configure(Set.of(elsewhere));
        BfdSessionStatus status = Recorder.await(speaker, now -> now.problem().isPresent());
        assertTrue(
                status.problem().orElseThrow().endsWith("the address is not this machine's."),
                status.problem().orElseThrow());
    }

    @Test
    void portThatAnotherProgramHasIsAProblemInWords() throws IOException {
        try (BfdSpeaker second = BfdSpeaker.start(new Recorder())) {
            // The neighbor's address has the scripted neighbor's socket on it.
            second.configure(Set.of(loopback.theirs()));
            BfdSessionStatus status =
                    Recorder.await(second, now -> now.problem().isPresent());
            assertTrue(status.problem().orElseThrow().contains("another program has it"), status.toString());
        }
    }

    @Test
    void interfaceThatIsNotThereIsAProblemInWords() {
        speaker.configure(Set.of(BfdSessionConfig.onLink("ours", loopback.neighbor(), "nosuch0")));
        BfdSessionStatus status = Recorder.await(speaker, now -> now.problem().isPresent());
        assertTrue(status.problem().orElseThrow().endsWith("there is no such interface."), status.toString());
    }
}
