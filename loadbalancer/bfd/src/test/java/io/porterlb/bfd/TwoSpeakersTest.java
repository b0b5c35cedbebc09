package io.porterlb.bfd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.test.cluster.process.Await;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Two speakers talk to one another over the loopback interface.
class TwoSpeakersTest {
    private static final Duration FAST = Duration.ofMillis(50);

    private final Loopback loopback = Loopback.any();
    private final Recorder heard = new Recorder();
    private final Recorder theyHeard = new Recorder();
    private final BfdSpeaker speaker = BfdSpeaker.start(heard);
    private final BfdSpeaker other = BfdSpeaker.start(theyHeard);

    @AfterEach
    void close() {
        speaker.close();
        other.close();
    }

    private void comeUp() throws InterruptedException {
        speaker.configure(Set.of(loopback.ours()));
        other.configure(Set.of(loopback.theirs()));
        assertEquals(BfdState.UP, heard.next().state());
        assertEquals(BfdState.UP, theyHeard.next().state());
    }

    private static boolean detectsIn(BfdSessionStatus status, long millis) {
        return status.detectionTime().equals(Optional.of(Duration.ofMillis(millis)));
    }

    @Test
    void comeUpAndAgree() throws Exception {
        comeUp();
        BfdSessionStatus status = Recorder.await(speaker, now -> detectsIn(now, 900));
        assertEquals("ours", status.name());
        assertEquals(loopback.neighbor(), status.peer());
        assertEquals(BfdDiagnostic.NONE, status.diagnostic());
        assertEquals(BfdState.UP, status.remoteState());
        assertEquals(Optional.of(Duration.ofMillis(300)), status.transmitInterval());
        assertEquals(Optional.of(Duration.ofMillis(300)), status.receiveInterval());
        assertTrue(status.upSince().isPresent());
        assertTrue(status.everUp());
        assertFalse(status.failed());
        assertEquals(Optional.empty(), status.problem());
        assertEquals(status.localDiscriminator(), other.status().getFirst().remoteDiscriminator());
        assertTrue(status.counters().sent() > 0);
        assertTrue(status.counters().received() > 0);
        assertEquals(0, speaker.strayPackets());
    }

    @Test
    void otherIntervalsAreAgreedOnWithoutGoingDown() throws Exception {
        comeUp();
        speaker.configure(Set.of(loopback.ours().every(FAST, 50)));
        other.configure(Set.of(loopback.theirs().every(FAST, 40)));
        Recorder.await(speaker, now -> detectsIn(now, 2000));
        Recorder.await(other, now -> detectsIn(now, 2500));
        speaker.configure(Set.of(loopback.ours()));
        Recorder.await(speaker, now -> detectsIn(now, 12_000));
        Recorder.await(other, now -> detectsIn(now, 900));
        assertEquals(0, heard.waiting());
        assertEquals(0, theyHeard.waiting());
    }

    @Test
    void heldDownSaysSoAndIsNoFailure() throws Exception {
        comeUp();
        speaker.configure(Set.of(loopback.ours().heldDown(true)));
        BfdSessionStatus down = theyHeard.next();
        assertEquals(BfdState.DOWN, down.state());
        assertEquals(BfdDiagnostic.NEIGHBOR_SIGNALED_SESSION_DOWN, down.diagnostic());
        assertEquals(BfdState.ADMIN_DOWN, down.remoteState());
        assertEquals(BfdDiagnostic.ADMINISTRATIVELY_DOWN, down.remoteDiagnostic());
        assertFalse(down.failed());
        assertEquals(BfdState.ADMIN_DOWN, heard.next().state());
        speaker.configure(Set.of(loopback.ours()));
        assertEquals(BfdState.UP, heard.next().state());
        assertEquals(BfdState.UP, theyHeard.next().state());
    }

    @Test
    void removedSaysSoAndIsGone() throws Exception {
        comeUp();
        speaker.configure(Set.of());
        assertEquals(BfdState.ADMIN_DOWN, theyHeard.next().remoteState());
        assertEquals(BfdState.ADMIN_DOWN, heard.next().state());
        assertTrue(Await.until(Duration.ofSeconds(30), () -> speaker.status().isEmpty()));
        speaker.configure(Set.of(loopback.ours()));
        assertEquals(BfdState.UP, heard.next().state());
    }

    @Test
    void closedSaysSo() throws Exception {
        comeUp();
        speaker.close();
        assertEquals(BfdState.ADMIN_DOWN, theyHeard.next().remoteState());
        speaker.configure(Set.of(loopback.ours()));
        assertEquals(0, theyHeard.waiting());
    }

    @Test
    void overRouters() throws Exception {
        speaker.configure(Set.of(loopback.oursOverRouters(250)));
        other.configure(Set.of(loopback.theirsOverRouters(200)));
        assertEquals(BfdState.UP, heard.next().state());
        assertEquals(BfdState.UP, theyHeard.next().state());
    }

    /// A speaker that binds one address, and one that binds all, of which the kernel asks the more exact one
    /// first.
    @Test
    void sessionsWithAndWithoutALocalAddressGoTogether() throws Exception {
        Loopback more = Loopback.any();
        BfdSessionConfig anywhere = BfdSessionConfig.multihop("anywhere", more.neighbor(), 250);
        speaker.configure(Set.of(loopback.oursOverRouters(250), anywhere));
        BfdSessionConfig toLoopback = BfdSessionConfig.multihop("b", IpAddress.of("127.0.0.1"), 250);
        other.configure(Set.of(loopback.theirsOverRouters(250), toLoopback.from(more.neighbor())));
        assertEquals(BfdState.UP, heard.next().state());
        assertEquals(BfdState.UP, heard.next().state());
    }

    @Test
    void mistakesAreRefused() {
        BfdSessionConfig one = loopback.ours();
        BfdSessionConfig sameName = BfdSessionConfig.singleHop("ours", loopback.us());
        BfdSessionConfig sameWay =
                BfdSessionConfig.singleHop("again", loopback.neighbor()).from(loopback.us());
        assertThrows(IllegalArgumentException.class, () -> speaker.configure(Set.of(one, sameName)));
        assertThrows(IllegalArgumentException.class, () -> speaker.configure(Set.of(one, sameWay)));
    }

    @Test
    void libraryIsANamedModule() {
        assertTrue(BfdSpeaker.class.getModule().isNamed());
    }
}
