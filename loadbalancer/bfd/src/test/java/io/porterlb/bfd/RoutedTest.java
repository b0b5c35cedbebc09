package io.porterlb.bfd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.bfd.lab.BfdLab;
import io.porterlb.bfd.lab.BfdRouter;
import io.porterlb.bfd.lab.BfdRouter.Session;
import io.porterlb.bfd.net.ScriptedNeighbor;
import io.porterlb.test.cluster.process.Await;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The speaker and a neighbor behind a router, whose packets arrive with a time to live of 254.
@Tag("cluster")
class RoutedTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ONE_ROUTER_BETWEEN = 254;

    private final Recorder heard = new Recorder();
    private final BfdLab lab = BfdLab.overRouter();
    private final BfdSpeaker speaker = lab.speaker(heard);

    @AfterEach
    void close() {
        speaker.close();
        lab.close();
    }

    record Case(BfdRouter.Kind kind, IpFamily family) {}

    static Stream<Case> cases() {
        return Stream.of(BfdRouter.Kind.values())
                .flatMap(kind -> Stream.of(IpFamily.values()).map(family -> new Case(kind, family)));
    }

    /// BIRD 2.0.12 sends with the kernel's default of 64.
    private static int arrivesWith(BfdRouter.Kind kind) {
        return switch (kind) {
            case FRR -> ONE_ROUTER_BETWEEN;
            case BIRD -> 63;
        };
    }

    @ParameterizedTest
    @MethodSource("cases")
    void comesUpAndNoticesTheCut(Case one) throws Exception {
        IpAddress us = lab.nearAddress(one.family());
        IpAddress them = lab.farAddress(one.family());
        BfdSessionConfig ours = BfdSessionConfig.multihop("far", them, arrivesWith(one.kind()))
                .every(Duration.ofMillis(100), 3)
                .from(us);
        speaker.configure(Set.of(ours));
        BfdRouter router = one.kind().start(lab, Session.overRouter(us, them, 100));
        assertEquals(BfdState.UP, heard.next().state());
        assertTrue(Await.until(PATIENCE, router::isUp), router::report);
        BfdSessionStatus down = heard.cut(lab.link());
        assertEquals(BfdDiagnostic.CONTROL_DETECTION_TIME_EXPIRED, down.diagnostic());
        assertTrue(down.failed());
        lab.link().restore();
        assertEquals(BfdState.UP, heard.next().state());
    }

    /// Of three packets the kernel passes the last one only.
    @ParameterizedTest
    @EnumSource
    void kernelPassesTheMinimumTimeToLiveAndNoLess(IpFamily family) throws Exception {
        IpAddress us = lab.nearAddress(family);
        IpAddress them = lab.farAddress(family);
        BfdSessionConfig theirs = BfdSessionConfig.multihop("near", us, 1).from(them);
        try (ScriptedNeighbor neighbor = lab.far().call(() -> new ScriptedNeighbor(theirs))) {
            speaker.configure(Set.of(
                    BfdSessionConfig.multihop("far", them, ONE_ROUTER_BETWEEN).from(us)));
            neighbor.await(packet -> packet.state() == BfdState.DOWN);
            neighbor.timeToLive(64);
            neighbor.send(BfdState.DOWN);
            neighbor.timeToLive(254);
            neighbor.send(BfdState.DOWN);
            neighbor.timeToLive(255);
            neighbor.send(BfdState.ADMIN_DOWN);
            Recorder.await(speaker, now -> now.remoteState() == BfdState.ADMIN_DOWN);
            assertEquals(1, speaker.status().getFirst().counters().received());
            assertEquals(0, speaker.strayPackets());
        }
    }

    /// The filter of an open socket is replaced.
    @ParameterizedTest
    @EnumSource
    void otherMinimumCountsAtOnce(IpFamily family) throws Exception {
        IpAddress us = lab.nearAddress(family);
        IpAddress them = lab.farAddress(family);
        BfdSessionConfig theirs = BfdSessionConfig.multihop("near", us, 1).from(them);
        try (ScriptedNeighbor neighbor = lab.far().call(() -> new ScriptedNeighbor(theirs))) {
            speaker.configure(Set.of(BfdSessionConfig.multihop("far", them, 255).from(us)));
            neighbor.await(packet -> packet.state() == BfdState.DOWN);
            neighbor.send(BfdState.DOWN);
            speaker.configure(Set.of(BfdSessionConfig.multihop("far", them, 254).from(us)));
            Recorder.await(speaker, now -> {
                neighbor.send(BfdState.ADMIN_DOWN);
                return now.remoteState() == BfdState.ADMIN_DOWN;
            });
            assertEquals(BfdState.DOWN, speaker.status().getFirst().state());
        }
    }

    /// A session for neighbors on the link: what comes over a router has lost the 255 that nobody can forge.
    @ParameterizedTest
    @EnumSource
    void neighborBehindARouterIsNotOnTheLink(IpFamily family) throws Exception {
        speaker.configure(Set.of(BfdSessionConfig.singleHop("far", lab.farAddress(family))));
        Recorder theyHeard = new Recorder();
        try (BfdSpeaker other = lab.speaker(lab.far(), theyHeard)) {
            other.configure(Set.of(BfdSessionConfig.singleHop("near", lab.nearAddress(family))));
            Recorder.await(other, now -> now.counters().sent() >= 3);
            Recorder.await(speaker, now -> now.counters().sent() >= 3);
            assertEquals(0, speaker.status().getFirst().counters().received());
            assertEquals(0, speaker.strayPackets());
            assertFalse(speaker.status().getFirst().everUp());
        }
    }
}
