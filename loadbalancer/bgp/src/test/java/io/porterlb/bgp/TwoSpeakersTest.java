package io.porterlb.bgp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.bgp.wire.value.AddressFamily;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Two speakers on the loopback interface, real sockets between them.
class TwoSpeakersTest {
    private final List<Side> sides = new ArrayList<>();

    /// One speaker, at an address of its own, and what it said of its peer.
    private final class Side {
        private final BlockingQueue<PeerStatus> changes = new LinkedBlockingQueue<>();
        private final BlockingQueue<ListenerStatus> listening = new LinkedBlockingQueue<>();
        private final IpAddress address;
        private final long as;
        private final BgpSpeaker speaker;

        Side(String address, long as) {
            this.address = IpAddress.of(address);
            this.as = as;
            speaker = BgpSpeaker.start(new SpeakerListener() {
                @Override
                public void changed(PeerStatus status) {
                    changes.add(status);
                }

                @Override
                public void listening(ListenerStatus status) {
                    listening.add(status);
                }
            });
            sides.add(this);
        }

        int listen() throws InterruptedException {
            speaker.listen(Set.of(new InetSocketAddress(address.toInetAddress(), 0)));
            ListenerStatus status = listening.poll(10, TimeUnit.SECONDS);
            return status.bound().orElseThrow().getPort();
        }

        PeerConfig toward(Side other, int port) {
            return PeerConfig.of("other", other.address, as, other.as, IpAddress.of("10.0.0." + address.low() % 256))
                    .withTransport(Transport.DEFAULT.withPort(port).withLocalAddress(address));
        }

        PeerStatus await(Predicate<PeerStatus> wanted) throws InterruptedException {
            while (true) {
                PeerStatus change = changes.poll(20, TimeUnit.SECONDS);
                assertTrue(change != null, "it is " + speaker.status());
                if (wanted.test(change)) {
                    return change;
                }
            }
        }

        PeerStatus awaitUp() throws InterruptedException {
            return await(status -> status.state() == SessionState.ESTABLISHED);
        }
    }

    @AfterEach
    void closeAll() {
        sides.forEach(side -> side.speaker.close());
    }

    private static PeerConfig transport(PeerConfig config, UnaryOperator<Transport> change) {
        return config.withTransport(change.apply(config.transport()));
    }

    private static Transport passive(Transport transport) {
        return transport.withPassive(true);
    }

    @Test
    void bothFamiliesAreAgreedOn() throws Exception {
        Side a = new Side("127.0.0.11", 65001);
        Side b = new Side("127.0.0.12", 65002);
        int port = b.listen();
        b.speaker.configure(Set.of(transport(b.toward(a, 1), TwoSpeakersTest::passive)
                .withFamilies(FamilyConfig.IPV4, FamilyConfig.IPV6)));
        a.speaker.configure(Set.of(a.toward(b, port).withFamilies(FamilyConfig.IPV6, FamilyConfig.IPV4)));
        SessionInfo info = a.awaitUp().session().orElseThrow();
        assertEquals(Set.of(AddressFamily.IPV4_UNICAST, AddressFamily.IPV6_UNICAST), info.families());
        assertEquals(a.address, info.localAddress());
        assertEquals(b.address, info.peerAddress());
        assertTrue(info.capabilities().contains("graceful restart (helper only)"), info.toString());
    }

    @Test
    void simultaneousOpenLeavesOneSession() throws Exception {
        for (int round = 0; round < 5; round++) {
            Side a = new Side("127.0.0.11", 65001);
            Side b = new Side("127.0.0.12", 65002);
            int portA = a.listen();
            int portB = b.listen();
            a.speaker.configure(Set.of(a.toward(b, portB)));
            b.speaker.configure(Set.of(b.toward(a, portA)));
            a.awaitUp();
            b.awaitUp();
            closeAll();
            sides.clear();
        }
    }

    @Test
    void ttlSecurityOnBothSides() throws Exception {
        Side a = new Side("127.0.0.11", 65001);
        Side b = new Side("127.0.0.12", 65002);
        UnaryOperator<Transport> near = transport -> transport.withTimeToLive(new TimeToLive.Security(1));
        int port = b.listen();
        b.speaker.configure(Set.of(transport(transport(b.toward(a, 1), TwoSpeakersTest::passive), near)));
        a.speaker.configure(Set.of(transport(a.toward(b, port), near)));
        a.awaitUp();
        b.awaitUp();
    }

    /// RFC 5082 3: what comes from farther away is dropped from then on, also on the connection that is open.
    @Test
    void ttlSecurityThatOneSideTurnsOnEndsTheSession() throws Exception {
        Side a = new Side("127.0.0.11", 65001);
        Side b = new Side("127.0.0.12", 65002);
        UnaryOperator<PeerConfig> fast = peer -> peer.withTimes(SessionTimes.ofHold(Duration.ofSeconds(3)));
        int port = b.listen();
        b.speaker.configure(Set.of(fast.apply(transport(b.toward(a, 1), TwoSpeakersTest::passive))));
        PeerConfig plain = fast.apply(a.toward(b, port));
        a.speaker.configure(Set.of(plain));
        a.awaitUp();
        b.awaitUp();
        a.speaker.configure(
                Set.of(transport(plain, transport -> transport.withTimeToLive(new TimeToLive.Security(1)))));
        a.await(status -> status.lastFailure().isPresent());
    }

    private static UnaryOperator<Transport> password(String text) {
        return transport -> transport.withPassword(TcpPassword.of(text));
    }

    @Test
    void passwordRightWrongAndChanged() throws Exception {
        Side a = new Side("127.0.0.11", 65001);
        Side other = new Side("127.0.0.13", 65003);
        Side b = new Side("127.0.0.12", 65002);
        int port = b.listen();
        PeerConfig fromA = transport(b.toward(a, 1), TwoSpeakersTest::passive);
        PeerConfig fromOther = renamed(transport(b.toward(other, 1), TwoSpeakersTest::passive));
        b.speaker.configure(Set.of(transport(fromA, password("old")), transport(fromOther, password("stays"))));
        a.speaker.configure(Set.of(transport(a.toward(b, port), password("old"))));
        other.speaker.configure(Set.of(transport(other.toward(b, port), password("stays"))));
        a.awaitUp();
        other.awaitUp();
        b.speaker.configure(Set.of(transport(fromA, password("new")), transport(fromOther, password("stays"))));
        Failure failure = a.await(status -> status.lastFailure()
                        .filter(f -> f.reason().equals("ConnectTimeout"))
                        .isPresent())
                .lastFailure()
                .orElseThrow();
        assertTrue(failure.message().contains("another TCP password (MD5) for us"), failure.message());
        a.speaker.configure(Set.of(transport(a.toward(b, port), password("new"))));
        a.awaitUp();
        assertEquals(
                Optional.empty(),
                Optional.ofNullable(other.changes.poll()).filter(status -> status.state() != SessionState.ESTABLISHED));
    }

    private static PeerConfig renamed(PeerConfig config) {
        return new PeerConfig(
                "third",
                config.address(),
                config.localAs(),
                config.peerAs(),
                config.routerId(),
                config.times(),
                config.transport(),
                config.families(),
                config.gracefulRestart(),
                config.export(),
                config.role(),
                config.strictBfd(),
                config.shutdown());
    }
}
