package io.porterlb.bgp.peer;

import static io.porterlb.bgp.SessionState.ESTABLISHED;
import static io.porterlb.bgp.SessionState.OPEN_CONFIRM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.bgp.Community;
import io.porterlb.bgp.Failure;
import io.porterlb.bgp.FamilyConfig;
import io.porterlb.bgp.GracefulRestart;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.RouteAttributes;
import io.porterlb.bgp.SessionInfo;
import io.porterlb.bgp.SessionTimes;
import io.porterlb.bgp.SpeakerStart;
import io.porterlb.bgp.TimeToLive;
import io.porterlb.bgp.Transport;
import io.porterlb.bgp.fsm.BfdPath;
import io.porterlb.bgp.net.EmbeddedIncoming;
import io.porterlb.bgp.wire.BgpMessage;
import io.porterlb.bgp.wire.Keepalive;
import io.porterlb.bgp.wire.Notification;
import io.porterlb.bgp.wire.Open;
import io.porterlb.bgp.wire.RouteRefresh;
import io.porterlb.bgp.wire.Update;
import io.porterlb.bgp.wire.capability.EnhancedRouteRefreshCapability;
import io.porterlb.bgp.wire.capability.GracefulRestartCapability;
import io.porterlb.bgp.wire.fault.NotificationCode;
import io.porterlb.bgp.wire.value.AddressFamily;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a peer does when the speaker, BFD or the router asks for something.
class OrdersTest {
    private static final GracefulRestart KEPT = new GracefulRestart(true, Duration.ofSeconds(60), true);
    private static final GracefulRestartCapability THEIRS = new GracefulRestartCapability(false, true, 120, List.of());

    private PeerBench bench = new PeerBench();

    private Notification lastWords() {
        return assertInstanceOf(Notification.class, bench.connection().written().getLast());
    }

    // --- route refresh with marks, by RFC 7313

    @Test
    void answerToARefreshStandsBetweenMarks() {
        bench.advertise(PeerBench.hosts(3));
        bench.establish(30, new EnhancedRouteRefreshCapability());
        bench.connection().written();
        bench.connection().routerSends(new RouteRefresh(AddressFamily.IPV4_UNICAST));
        List<BgpMessage> written = bench.written();
        assertEquals(3, written.size(), written.toString());
        assertEquals(new RouteRefresh(AddressFamily.IPV4_UNICAST, RouteRefresh.BEGIN), written.get(0));
        assertEquals(3, ((Update) written.get(1)).announced().size());
        assertEquals(new RouteRefresh(AddressFamily.IPV4_UNICAST, RouteRefresh.END), written.get(2));
    }

    @Test
    void marksStandAroundNothingToo() {
        bench.establish(30, new EnhancedRouteRefreshCapability());
        bench.connection().written();
        bench.connection().routerSends(new RouteRefresh(AddressFamily.IPV4_UNICAST));
        assertEquals(2, bench.written().size());
    }

    @Test
    void noMarksBeforeTheEndOfTheFirstDump() {
        bench = new PeerBench(PeerBench.CONFIG.withGracefulRestart(KEPT), SpeakerStart.RESTARTED);
        bench.advertise(PeerBench.hosts(3));
        bench.establish(30, new EnhancedRouteRefreshCapability());
        bench.connection().written();
        bench.connection().routerSends(new RouteRefresh(AddressFamily.IPV4_UNICAST));
        assertFalse(bench.written().stream().anyMatch(RouteRefresh.class::isInstance));
    }

    // --- the listener

    @Test
    void listenerHearsOfUpdatesAndNotifications() {
        bench.establish();
        bench.connection().routerSends(Update.END_OF_RIB);
        assertEquals(Update.END_OF_RIB, bench.updates.getFirst().update());
        bench.connection().routerSends(Notification.of(NotificationCode.MAXIMUM_PREFIXES_REACHED));
        bench.turn();
        assertEquals(List.of("received Cease/Maximum Number of Prefixes Reached (6/1)"), bench.notifications);
    }

    // --- shutdown, reset, drain

    @Test
    void shutdownTextGoesOut() {
        bench.establish();
        bench.peer.reconfigure(PeerBench.CONFIG.withShutdown(Optional.of("back at 5")));
        bench.turn();
        assertEquals(
                "Cease/Administrative Shutdown (6/2): \"back at 5\"",
                lastWords().words());
    }

    @Test
    void resetSaysWhyAndConnectsAfterAPause() {
        bench.establish();
        bench.peer.restart(Notification.of(NotificationCode.ADMINISTRATIVE_RESET, "try again"));
        bench.turn();
        assertEquals(1, bench.dialer.attempts());
        bench.pass(Duration.ofSeconds(1));
        assertEquals(2, bench.dialer.attempts());
        assertTrue(bench.notifications.getLast().endsWith("(6/4): \"try again\""), bench.notifications.toString());
    }

    @Test
    void drainAnnouncesEverythingAgainWithTheCommunity() {
        bench.advertise(PeerBench.hosts(2));
        bench.establish();
        bench.connection().written();
        bench.drain(true);
        Update draining = assertInstanceOf(Update.class, bench.written().getFirst());
        assertEquals(2, draining.announced().size());
        assertTrue(draining.attributes().toString().contains(Integer.toString(0xFFFF_0000)), draining.toString());
        bench.drain(false);
        assertEquals(
                2,
                assertInstanceOf(Update.class, bench.written().getFirst())
                        .announced()
                        .size());
        bench.drain(false);
        assertEquals(List.of(), bench.written());
    }

    // --- changes that need no reset

    private void assertKept(PeerConfig next) {
        bench.peer.reconfigure(next);
        bench.turn();
        assertEquals(ESTABLISHED, bench.status().state());
        assertEquals(1, bench.dialer.attempts());
    }

    @Test
    void whatTheOpenDidNotSayNeedsNoReset() {
        bench.establish();
        assertKept(PeerBench.CONFIG.withTransport(Transport.DEFAULT.withTimeToLive(new TimeToLive.Multihop(3))));
        assertKept(PeerBench.CONFIG.withTransport(Transport.DEFAULT.withPassive(true)));
        assertKept(PeerBench.CONFIG.withStrictBfd(true));
        assertKept(PeerBench.CONFIG.withTimes(new SessionTimes(
                Duration.ofSeconds(90), Optional.of(Duration.ofSeconds(2)), Optional.of(Duration.ofSeconds(5)))));
    }

    @Test
    void exportPolicyIsAnnouncedAgainWithoutAReset() {
        bench.advertise(PeerBench.hosts(2));
        bench.establish();
        bench.connection().written();
        RouteAttributes export = RouteAttributes.DEFAULT.withCommunities(List.of(new Community(65001, 7)));
        assertKept(PeerBench.CONFIG.withExport(export));
        assertEquals(
                2,
                assertInstanceOf(Update.class, bench.written().getFirst())
                        .announced()
                        .size());
    }

    /// The status is of the connection that is further, not of the one that is still being opened.
    @Test
    void connectionOfThePeerComesUpWhileOursIsOnItsWay() {
        bench.peer.start();
        EmbeddedIncoming incoming = new EmbeddedIncoming();
        bench.peer.incoming(incoming);
        incoming.routerSends(PeerBench.open(65000, 30));
        bench.turn();
        assertEquals(OPEN_CONFIRM, bench.status().state());
        assertTrue(bench.status().session().orElseThrow().openedByPeer());
        incoming.routerSends(new Keepalive());
        bench.turn();
        assertEquals(ESTABLISHED, bench.status().state());
        assertEquals(Map.of(AddressFamily.IPV4_UNICAST, 0), info().pathsSent());
    }

    private SessionInfo info() {
        return bench.status().session().orElseThrow();
    }

    @Test
    void familiesNeedAReset() {
        bench.establish();
        bench.peer.reconfigure(PeerBench.CONFIG.withFamilies(FamilyConfig.IPV4, FamilyConfig.IPV6));
        bench.pass(Duration.ofSeconds(1));
        assertEquals(2, bench.dialer.attempts());
    }

    @Test
    void aRouterThatConnectsDuringThePauseOfAResetIsLetIn() {
        bench.establish();
        bench.peer.restart(Notification.of(NotificationCode.ADMINISTRATIVE_RESET, "try again"));
        EmbeddedIncoming incoming = new EmbeddedIncoming();
        bench.peer.incoming(incoming);
        incoming.routerSends(PeerBench.open(65000, 30));
        incoming.routerSends(new Keepalive());
        bench.turn();
        assertEquals(ESTABLISHED, bench.status().state());
    }

    @Test
    void withoutASessionAnotherConfigurationIsTriedAtOnce() {
        bench.peer.start();
        bench.peer.reconfigure(PeerBench.CONFIG.withFamilies(FamilyConfig.IPV4, FamilyConfig.IPV6));
        assertEquals(2, bench.dialer.attempts());
    }

    // --- BFD

    @Test
    void pathDownEndsTheSessionAtOnce() {
        bench.establish();
        bench.peer.path(BfdPath.UP);
        bench.peer.path(BfdPath.DOWN);
        bench.turn();
        assertTrue(lastWords().is(NotificationCode.BFD_DOWN));
        assertEquals(
                "BfdDown", bench.status().lastFailure().map(Failure::reason).orElse("none"));
    }

    @Test
    void pathThatIsNotKnownHoldsNothingBack() {
        bench.peer.path(BfdPath.UNKNOWN);
        bench.establish();
        bench.peer.path(BfdPath.UNKNOWN);
        assertEquals(ESTABLISHED, bench.status().state());
    }

    @Test
    void strictSessionIsGivenUpAfterThirtySeconds() {
        bench = new PeerBench(PeerBench.CONFIG.withStrictBfd(true), SpeakerStart.FRESH);
        bench.peer.start();
        bench.connection().succeeds();
        bench.connection().routerSends(PeerBench.open(65000, 90));
        bench.turn();
        assertEquals("WaitsForBfd", bench.status().lastFailure().orElseThrow().reason());
        assertFalse(bench.connection().written().contains(new Keepalive()));
        bench.pass(Duration.ofSeconds(30));
        assertTrue(lastWords().is(NotificationCode.BFD_DOWN));
        assertEquals(
                "BfdHoldTimerExpired",
                bench.status().lastFailure().orElseThrow().reason());
    }

    @Test
    void strictSessionComesUpWithThePath() {
        bench = new PeerBench(PeerBench.CONFIG.withStrictBfd(true), SpeakerStart.FRESH);
        bench.establish();
        assertFalse(bench.states.contains(ESTABLISHED));
        bench.peer.path(BfdPath.UP);
        bench.turn();
        assertEquals(ESTABLISHED, bench.status().state());
        assertEquals(Optional.empty(), bench.status().lastFailure());
    }

    // --- graceful restart

    private GracefulRestartCapability ours() {
        Open open = (Open) bench.connection().written().getFirst();
        return open.capabilities().stream()
                .filter(GracefulRestartCapability.class::isInstance)
                .map(GracefulRestartCapability.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private void restarted() {
        bench = new PeerBench(PeerBench.CONFIG.withGracefulRestart(KEPT), SpeakerStart.RESTARTED);
    }

    @Test
    void restartIsSaidUntilTheFirstSessionIsUp() {
        restarted();
        bench.establish();
        GracefulRestartCapability first = ours();
        assertTrue(first.restarting());
        assertTrue(first.families().getFirst().forwarding());
        bench.connection().routerCloses();
        bench.pass(Duration.ofSeconds(1));
        bench.connection().succeeds();
        bench.turn();
        GracefulRestartCapability second = ours();
        assertFalse(second.restarting());
        assertTrue(second.families().getFirst().forwarding());
    }

    @Test
    void restartThatIsOverIsNotSaid() {
        restarted();
        bench.peer.restartEnds();
        bench.establish();
        assertFalse(ours().restarting());
    }

    @Test
    void freshSpeakerSaysThatItPassedNothingOn() {
        bench = new PeerBench(PeerBench.CONFIG.withGracefulRestart(KEPT), SpeakerStart.FRESH);
        bench.establish();
        GracefulRestartCapability first = ours();
        assertFalse(first.restarting());
        assertFalse(first.families().getFirst().forwarding());
    }

    @Test
    void endOfRibWaitsForTheRoutesAfterARestart() {
        restarted();
        bench.establish();
        assertFalse(bench.connection().written().contains(Update.END_OF_RIB));
        bench.advertise(PeerBench.hosts(1));
        bench.routesAreKnown();
        List<BgpMessage> written = bench.written();
        assertEquals(1, ((Update) written.getFirst()).announced().size());
        assertEquals(Update.END_OF_RIB, written.getLast());
    }

    @Test
    void goodbyeToAPeerThatKeepsRoutesIsAHardReset() {
        bench = new PeerBench(PeerBench.CONFIG.withGracefulRestart(KEPT), SpeakerStart.FRESH);
        bench.establish(30, THEIRS);
        bench.peer.stop(Optional.of(Notification.of(NotificationCode.ADMINISTRATIVE_SHUTDOWN)));
        bench.turn();
        Notification last = lastWords();
        assertTrue(last.is(NotificationCode.HARD_RESET), last.words());
        assertTrue(last.insideHardReset().orElseThrow().is(NotificationCode.ADMINISTRATIVE_SHUTDOWN));
    }

    @Test
    void changeOfConfigurationLetsThePeerKeepRoutes() {
        bench = new PeerBench(PeerBench.CONFIG.withGracefulRestart(KEPT), SpeakerStart.FRESH);
        bench.establish(30, THEIRS);
        bench.peer.reconfigure(
                PeerBench.CONFIG.withGracefulRestart(KEPT).withTimes(SessionTimes.ofHold(Duration.ofSeconds(9))));
        bench.turn();
        assertTrue(bench.notifications.getLast().contains("(6/6)"), bench.notifications.toString());
    }

    @Test
    void stopForARestartSaysNothing() {
        bench = new PeerBench(PeerBench.CONFIG.withGracefulRestart(KEPT), SpeakerStart.FRESH);
        bench.establish(30, THEIRS);
        bench.peer.stop(Optional.empty());
        bench.turn();
        assertFalse(bench.connection().written().stream().anyMatch(Notification.class::isInstance));
    }
}
