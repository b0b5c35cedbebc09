package io.porterlb.bgp.peer;

import static io.porterlb.bgp.SessionState.CONNECT;
import static io.porterlb.bgp.SessionState.ESTABLISHED;
import static io.porterlb.bgp.SessionState.IDLE;
import static io.porterlb.bgp.SessionState.OPEN_CONFIRM;
import static io.porterlb.bgp.SessionState.OPEN_SENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.address.Prefix;
import io.porterlb.bgp.Failure;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.SessionTimes;
import io.porterlb.bgp.net.EmbeddedDialer;
import io.porterlb.bgp.wire.BgpMessage;
import io.porterlb.bgp.wire.Keepalive;
import io.porterlb.bgp.wire.Notification;
import io.porterlb.bgp.wire.Open;
import io.porterlb.bgp.wire.RouteRefresh;
import io.porterlb.bgp.wire.Update;
import io.porterlb.bgp.wire.fault.NotificationCode;
import io.porterlb.bgp.wire.value.AddressFamily;
import io.porterlb.bgp.wire.value.PathPrefix;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// One peer, by the clock.
class PeerTest {
    private final PeerBench bench = new PeerBench();

    private static PeerConfig config(long peerAs, Optional<Duration> keepalive, boolean adminDown) {
        return PeerBench.CONFIG
                .withPeerAs(peerAs)
                .withTimes(new SessionTimes(Duration.ofSeconds(90), keepalive, Optional.empty()))
                .withShutdown(adminDown ? Optional.of("") : Optional.empty());
    }

    private void assertFailed(String reason) {
        bench.turn();
        assertEquals(reason, bench.status().lastFailure().map(Failure::reason).orElse("none"));
        assertEquals(IDLE, bench.status().state());
    }

    private void assertLastWords(NotificationCode code) {
        Notification last = assertInstanceOf(
                Notification.class, bench.connection().written().getLast());
        assertTrue(last.is(code), last.words());
    }

    @Test
    void comesUpThroughAllStatesAndSendsItsRoutesInTheSameTurn() {
        bench.advertise(PeerBench.hosts(2));
        bench.establish();
        assertEquals(
                List.of(CONNECT, OPEN_SENT, OPEN_CONFIRM, ESTABLISHED),
                bench.states.stream().distinct().toList());
        List<BgpMessage> written = bench.connection().written();
        assertInstanceOf(Open.class, written.get(0));
        assertEquals(new Keepalive(), written.get(1));
        assertEquals(
                2, assertInstanceOf(Update.class, written.get(2)).announced().size());
        assertEquals(Update.END_OF_RIB, written.get(3));
        assertEquals(2, bench.status().routesSent());
        assertEquals(Optional.of(IpAddress.of("10.0.0.2")), bench.status().peerRouterId());
        assertEquals(Optional.of(Duration.ofSeconds(30)), bench.status().holdTime());
    }

    @Test
    void listenerHearsWhenThePeerHasMoreRoutes() {
        bench.establish();
        bench.states.clear();
        bench.advertise(PeerBench.hosts(3));
        bench.turn();
        assertEquals(List.of(ESTABLISHED), bench.states);
        assertEquals(3, bench.status().routesSent());
    }

    /// The state stays Connect, but why there is no session is news.
    @Test
    void listenerHearsOnceThatARouterDoesNotAnswer() {
        bench.peer.start();
        bench.turn();
        bench.states.clear();
        bench.pass(Duration.ofSeconds(30));
        assertEquals(
                "ConnectTimeout",
                bench.status().lastFailure().map(Failure::reason).orElse("none"));
        assertEquals(List.of(CONNECT), bench.states);
        bench.pass(Duration.ofSeconds(30));
        assertEquals(List.of(CONNECT), bench.states);
    }

    @Test
    void changesOfOneTurnGoTogether() {
        bench.establish();
        bench.connection().written();
        bench.advertise(PeerBench.hosts(1));
        bench.advertise(PeerBench.hosts(2));
        bench.advertise(PeerBench.hosts(3));
        List<BgpMessage> written = bench.written();
        assertEquals(1, written.size());
        assertEquals(
                3,
                assertInstanceOf(Update.class, written.getFirst()).announced().size());
    }

    @Test
    void triesAgainAfterAGrowingPause() {
        bench.peer.start();
        for (int pause : new int[] {1, 2, 4, 8, 16, 30, 30}) {
            bench.connection().fails(new ConnectException("Connection refused"));
            assertFailed("ConnectionRefused");
            assertTriesAgainAfter(pause);
        }
    }

    private void assertTriesAgainAfter(int pause) {
        int before = bench.dialer.attempts();
        bench.pass(Duration.ofMillis(pause * 749L));
        assertEquals(before, bench.dialer.attempts(), "too early, pause " + pause);
        bench.pass(Duration.ofMillis(pause * 251L));
        assertEquals(before + 1, bench.dialer.attempts(), "too late, pause " + pause);
    }

    @Test
    void sessionThatTheRouterEndsAtOnceIsTriedAgainAfterAGrowingPause() {
        flap(1, 2, 4, 8, 16, 30, 30);
    }

    private void flap(int... pauses) {
        for (int pause : pauses) {
            bench.establish();
            assertTriesAgainAfterCease(pause);
        }
    }

    private void assertTriesAgainAfterCease(int pause) {
        bench.connection().routerSends(Notification.of(NotificationCode.MAXIMUM_PREFIXES_REACHED));
        assertFailed("NotificationReceived");
        assertTriesAgainAfter(pause);
    }

    @Test
    void sessionThatLastedAMinuteStartsOverWithTheShortestPause() {
        flap(1, 2, 4);
        bench.establish();
        for (int second = 0; second < 60; second += 20) {
            bench.pass(Duration.ofSeconds(20));
            bench.connection().routerSends(new Keepalive());
        }
        assertTriesAgainAfterCease(1);
    }

    @Test
    void minuteCountsWithoutKeepalivesToo() {
        flap(1, 2, 4);
        bench.establish(0);
        bench.pass(Duration.ofMillis(59_999));
        assertTriesAgainAfterCease(8);
        bench.establish(0);
        bench.pass(Duration.ofSeconds(60));
        assertTriesAgainAfterCease(1);
    }

    @Test
    void failureStaysInTheStatusUntilEstablished() {
        bench.peer.start();
        bench.connection().fails(new ConnectException("Connection refused"));
        bench.pass(Duration.ofSeconds(1));
        assertEquals(CONNECT, bench.status().state());
        Failure failure = bench.status().lastFailure().orElseThrow();
        assertEquals(PeerBench.NOW, failure.at());
        assertEquals(
                "192.0.2.1 refused the TCP connection: BGP does not run there, or not for our address.",
                failure.message());
        bench.connection().succeeds();
        bench.connection().routerSends(PeerBench.open(65000, 30));
        bench.connection().routerSends(new Keepalive());
        bench.turn();
        assertEquals(Optional.empty(), bench.status().lastFailure());
    }

    @Test
    void silentPeerIsGivenUpAfterTheHoldTime() {
        bench.establish();
        bench.pass(Duration.ofMillis(29_999));
        assertEquals(ESTABLISHED, bench.status().state());
        bench.pass(Duration.ofMillis(1));
        assertFailed("HoldTimerExpired");
        assertLastWords(NotificationCode.HOLD_TIMER_EXPIRED);
        assertEquals(0, bench.status().routesSent());
    }

    @Test
    void keepaliveAndUpdateRestartTheHoldTimer() {
        bench.establish();
        bench.pass(Duration.ofSeconds(20));
        bench.connection().routerSends(new Keepalive());
        bench.pass(Duration.ofSeconds(20));
        bench.connection().routerSends(Update.END_OF_RIB);
        bench.pass(Duration.ofSeconds(20));
        assertEquals(ESTABLISHED, bench.status().state());
    }

    @Test
    void keepalivesGoOutInAThirdOfTheHoldTime() {
        bench.establish();
        bench.connection().written();
        for (int i = 0; i < 6; i++) {
            bench.pass(Duration.ofSeconds(10));
            bench.connection().routerSends(new Keepalive());
            assertTrue(bench.written().contains(new Keepalive()), "interval " + i);
        }
    }

    @Test
    void peerWithoutAnOpenIsGivenUpAfterFourMinutes() {
        bench.peer.start();
        bench.connection().succeeds();
        bench.pass(Duration.ofSeconds(239));
        assertEquals(OPEN_SENT, bench.status().state());
        bench.pass(Duration.ofSeconds(1));
        assertFailed("HoldTimerExpired");
        assertLastWords(NotificationCode.HOLD_TIMER_EXPIRED);
    }

    @Test
    void peerThatDoesNotReadGetsNoMoreUntilItReads() {
        bench.establish();
        bench.connection().written();
        bench.connection().routerStopsReading();
        bench.advertise(PeerBench.hosts(100_000));
        assertEquals(List.of(), bench.written());
        int waiting = bench.status().routesSent();
        assertTrue(waiting > 0 && waiting < 50_000, "routes that wait to be written: " + waiting);
        bench.advertise(PeerBench.hosts(1));
        bench.connection().routerReadsAgain();
        List<BgpMessage> written = bench.written();
        assertEquals(1, bench.status().routesSent());
        int announced = count(written, Update::announced);
        assertTrue(announced <= waiting + 1, "announced: " + announced + ", waiting: " + waiting);
        assertEquals(announced - 1, count(written, Update::withdrawn));
    }

    private static int count(List<BgpMessage> messages, Function<Update, List<PathPrefix>> field) {
        return messages.stream()
                .mapToInt(message -> field.apply((Update) message).size())
                .sum();
    }

    @Test
    void peerThatTakesNothingForEightMinutesIsGivenUp() {
        bench.establish();
        bench.connection().routerStopsReading();
        for (int second = 0; second < 470; second += 10) {
            bench.connection().routerSends(new Keepalive());
            bench.pass(Duration.ofSeconds(10));
        }
        assertEquals(ESTABLISHED, bench.status().state());
        bench.pass(Duration.ofSeconds(10));
        assertFailed("SendHoldTimerExpired");
    }

    @Test
    void routerThatAsksIsSentEverythingAgain() {
        bench.advertise(PeerBench.hosts(3));
        bench.establish();
        bench.connection().written();
        bench.connection().routerSends(new RouteRefresh(new AddressFamily(2, 1)));
        assertEquals(List.of(), bench.written());
        bench.connection().routerSends(new RouteRefresh(AddressFamily.IPV4_UNICAST));
        List<BgpMessage> written = bench.written();
        assertEquals(
                3,
                assertInstanceOf(Update.class, written.getFirst()).announced().size());
    }

    @Test
    void sessionThatWasUpComesBackWithAllRoutes() {
        bench.advertise(PeerBench.hosts(3));
        bench.establish();
        bench.connection().routerCloses();
        assertFailed("ConnectionClosed");
        bench.advertise(PeerBench.hosts(5));
        bench.pass(Duration.ofSeconds(1));
        bench.connection().succeeds();
        bench.connection().routerSends(PeerBench.open(65000, 30));
        bench.connection().routerSends(new Keepalive());
        bench.turn();
        assertEquals(5, bench.status().routesSent());
        List<BgpMessage> written = bench.connection().written();
        assertEquals(
                5, assertInstanceOf(Update.class, written.get(2)).announced().size());
    }

    @Test
    void brokenConnectionSaysHow() {
        bench.peer.start();
        bench.connection().fails(new IOException("Network is unreachable"));
        assertFailed("Unreachable");
    }

    @Test
    void timersAreChangedWithoutAReset() {
        bench.establish();
        bench.peer.reconfigure(config(65000, Optional.of(Duration.ofSeconds(2)), false));
        bench.pass(Duration.ofSeconds(10)); // the interval that ran already
        bench.connection().written();
        bench.pass(Duration.ofSeconds(2));
        assertTrue(bench.connection().written().contains(new Keepalive()));
        assertEquals(ESTABLISHED, bench.status().state());
        assertEquals(1, bench.dialer.attempts());
    }

    @Test
    void otherAsEndsTheSessionAtOnceAndConnectsWhenTheRouterHasForgottenIt() {
        bench.establish();
        EmbeddedDialer.Attempt old = bench.connection();
        bench.peer.reconfigure(config(65009, Optional.empty(), false));
        bench.turn();
        assertEquals(
                Notification.of(NotificationCode.OTHER_CONFIGURATION_CHANGE),
                old.written().getLast());
        assertEquals(1, bench.dialer.attempts());
        bench.pass(Duration.ofSeconds(1));
        assertEquals(2, bench.dialer.attempts());
        assertEquals(CONNECT, bench.status().state());
    }

    @Test
    void adminDownStopsAndStaysDown() {
        bench.establish();
        bench.peer.reconfigure(config(65000, Optional.empty(), true));
        bench.turn();
        assertLastWords(NotificationCode.ADMINISTRATIVE_SHUTDOWN);
        bench.pass(Duration.ofHours(1));
        assertEquals(1, bench.dialer.attempts());
        assertEquals(IDLE, bench.status().state());
        assertEquals(Optional.empty(), bench.status().lastFailure());
        bench.peer.reconfigure(PeerBench.CONFIG);
        assertEquals(2, bench.dialer.attempts());
    }

    @Test
    void changeWhileWaitingTriesAtOnce() {
        bench.peer.start();
        bench.connection().fails(new ConnectException("Connection refused"));
        bench.peer.reconfigure(config(65009, Optional.empty(), false));
        assertEquals(2, bench.dialer.attempts());
    }

    @Test
    void stoppedPeerHearsNothingMore() {
        bench.establish();
        bench.peer.stop(Optional.of(Notification.of(NotificationCode.PEER_DE_CONFIGURED)));
        bench.connection().routerSends((byte) 0);
        bench.pass(Duration.ofHours(1));
        assertLastWords(NotificationCode.PEER_DE_CONFIGURED);
        assertEquals(1, bench.dialer.attempts());
        assertEquals(IDLE, bench.states.getLast());
    }

    @Test
    void routesAreCountedAndFaultsToo() {
        bench.establish();
        Prefix prefix = PeerBench.hosts(1).iterator().next().prefix();
        bench.connection().routerSends(new Update(List.of(), List.of(), List.of(PathPrefix.of(prefix))));
        bench.turn();
        assertEquals(1, bench.status().messages().updatesFaulty());
        assertEquals(ESTABLISHED, bench.status().state());
        assertEquals(0, bench.status().routesReceived());
    }

    @Test
    void advertisingNothingNewWritesNothing() {
        bench.advertise(PeerBench.hosts(3));
        bench.establish();
        bench.connection().written();
        bench.advertise(PeerBench.hosts(3));
        assertEquals(List.of(), bench.written());
    }
}
