package io.porterlb.bfd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpFamily;
import io.porterlb.bfd.lab.BfdLab;
import io.porterlb.bfd.lab.BfdRouter;
import io.porterlb.bfd.lab.BfdRouter.Session;
import io.porterlb.test.cluster.process.Await;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The speaker and real routers on one link.
@Tag("cluster")
class RouterTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int USUAL = 3;
    /// A detection multiplier by which no session goes down since the machine is busy.
    private static final int PATIENT = 200;

    private final Recorder heard = new Recorder();
    private final BfdLab lab = BfdLab.onLink();
    private final BfdSpeaker speaker = lab.speaker(heard);

    @AfterEach
    void close() {
        speaker.close();
        lab.close();
    }

    record Case(BfdRouter.Kind kind, IpFamily family, int millis) {}

    static Stream<Case> cases() {
        return Stream.of(BfdRouter.Kind.values())
                .flatMap(kind -> Stream.of(IpFamily.values())
                        .flatMap(family -> Stream.of(300, 50).map(millis -> new Case(kind, family, millis))));
    }

    static Stream<Case> kinds() {
        return Stream.of(BfdRouter.Kind.values()).map(kind -> new Case(kind, IpFamily.V4, 300));
    }

    private BfdSessionConfig ours(Case one, int times) {
        return BfdSessionConfig.singleHop("far", lab.farAddress(one.family()))
                .every(Duration.ofMillis(one.millis()), times);
    }

    private Session theirs(Case one, int times) {
        return Session.onLink(lab.nearAddress(one.family()), lab.farAddress(one.family()), one.millis())
                .times(times);
    }

    /// @param times detection multiplier of both
    private BfdRouter comeUp(Case one, int times) throws InterruptedException {
        speaker.configure(Set.of(ours(one, times)));
        BfdRouter router = one.kind().start(lab, theirs(one, times));
        assertEquals(BfdState.UP, heard.next().state());
        awaitUp(router);
        awaitDetectionTime((long) times * one.millis());
        return router;
    }

    private static void awaitUp(BfdRouter router) {
        assertTrue(Await.until(PATIENCE, router::isUp), router::report);
    }

    private static void awaitDown(BfdRouter router) {
        assertTrue(Await.until(PATIENCE, () -> !router.isUp()), router::report);
    }

    private void awaitDetectionTime(long millis) {
        Recorder.await(speaker, now -> now.detectionTime().equals(Optional.of(Duration.ofMillis(millis))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void cutLinkIsNoticedAndComesBack(Case one) throws Exception {
        BfdRouter router = comeUp(one, USUAL);
        BfdSessionStatus down = heard.cut(lab.link());
        assertEquals(BfdDiagnostic.CONTROL_DETECTION_TIME_EXPIRED, down.diagnostic());
        assertTrue(down.failed());
        awaitDown(router);
        lab.link().restore();
        assertEquals(BfdState.UP, heard.next().state());
        awaitUp(router);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void killedRouterIsNoticed(Case one) throws Exception {
        comeUp(one, USUAL).kill();
        assertTrue(heard.next().failed());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void heldDownByUsIsSeenThere(Case one) throws Exception {
        BfdRouter router = comeUp(one, PATIENT);
        speaker.configure(Set.of(ours(one, PATIENT).heldDown(true)));
        assertEquals(BfdState.ADMIN_DOWN, heard.next().state());
        awaitDown(router);
        speaker.configure(Set.of(ours(one, PATIENT)));
        assertEquals(BfdState.UP, heard.next().state());
        awaitUp(router);
    }

    /// BIRD 2.0.12 has nothing like it: a session that it gives up falls silent.
    @Test
    void heldDownByTheRouterIsNoFailure() throws Exception {
        Case one = new Case(BfdRouter.Kind.FRR, IpFamily.V4, 300);
        BfdRouter router = comeUp(one, PATIENT);
        router.change(theirs(one, PATIENT).shutdown(true));
        BfdSessionStatus down = heard.next();
        assertEquals(BfdState.ADMIN_DOWN, down.remoteState());
        assertEquals(BfdDiagnostic.NEIGHBOR_SIGNALED_SESSION_DOWN, down.diagnostic());
        assertFalse(down.failed());
        router.change(theirs(one, PATIENT).shutdown(false));
        assertEquals(BfdState.UP, heard.next().state());
    }

    /// How fast either side sends after a change is for PollSequenceTest: what is seen here is that both agree.
    @ParameterizedTest
    @MethodSource("kinds")
    void otherIntervalsOnEitherSideLeaveTheSessionUp(Case one) throws Exception {
        BfdRouter router = comeUp(one, PATIENT / 2);
        Session theirs = theirs(one, PATIENT);
        router.change(theirs.every(50));
        speaker.configure(Set.of(ours(one, PATIENT).every(Duration.ofMillis(50), PATIENT)));
        awaitDetectionTime(50 * PATIENT);
        speaker.configure(Set.of(ours(one, PATIENT).every(Duration.ofMillis(700), PATIENT)));
        awaitDetectionTime(700 * PATIENT);
        router.change(theirs.every(1000));
        awaitDetectionTime(1000 * PATIENT);
        speaker.configure(Set.of(ours(one, PATIENT).every(Duration.ofMillis(50), PATIENT)));
        router.change(theirs.every(50));
        awaitDetectionTime(50 * PATIENT);
        assertEquals(0, heard.waiting());
        awaitUp(router);
    }
}
