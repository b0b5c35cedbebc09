package io.porterlb.bgp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.address.Prefix;
import io.porterlb.bgp.wire.Notification;
import io.porterlb.bgp.wire.Open;
import io.porterlb.bgp.wire.Update;
import io.porterlb.bgp.wire.fault.NotificationCode;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A speaker that listens, and routers that connect to it.
class ListeningTest {
    private static final String ROUTER = "127.0.0.9";

    private final BlockingQueue<ListenerStatus> listening = new LinkedBlockingQueue<>();
    private final BgpSpeaker speaker = BgpSpeaker.start(new SpeakerListener() {
        @Override
        public void changed(PeerStatus status) {}

        @Override
        public void listening(ListenerStatus status) {
            listening.add(status);
        }
    });
    private ScriptedPeer router;

    @BeforeEach
    void openRouter() throws IOException {
        router = new ScriptedPeer();
    }

    @AfterEach
    void closeAll() throws IOException {
        router.close();
        speaker.close();
    }

    private static PeerConfig passive() {
        return PeerConfig.of("leaf-a", IpAddress.of(ROUTER), 65001, ScriptedPeer.AS, IpAddress.of("10.0.0.1"))
                .withTransport(Transport.DEFAULT.withPassive(true));
    }

    private int listen() throws InterruptedException {
        speaker.listen(Set.of(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0)));
        return await(status -> status.bound().isPresent()).bound().orElseThrow().getPort();
    }

    private ListenerStatus await(Predicate<ListenerStatus> wanted) throws InterruptedException {
        while (true) {
            ListenerStatus status = listening.poll(60, TimeUnit.SECONDS);
            assertTrue(status != null, "no such status of the listener");
            if (wanted.test(status)) {
                return status;
            }
        }
    }

    @Test
    void passivePeerIsTakenWhenItConnects() throws Exception {
        speaker.configure(Set.of(passive()));
        speaker.advertise(Set.of(Route.of(Prefix.host(IpAddress.of("198.51.100.1")))));
        router.connect(ROUTER, listen());
        router.agree();
        assertEquals(1, router.read(Update.class).announced().size());
        assertTrue(speaker.status().getFirst().session().orElseThrow().openedByPeer());
    }

    @Test
    void strangerIsTurnedAwayAndCounted() throws Exception {
        speaker.configure(Set.of(passive()));
        router.connect("127.0.0.8", listen());
        assertThrows(EOFException.class, router::read);
        assertEquals(1, await(status -> status.turnedAway() > 0).turnedAway());
    }

    @Test
    void peerThatIsShutDownIsTurnedAway() throws Exception {
        speaker.configure(Set.of(passive().withShutdown(Optional.of(""))));
        router.connect(ROUTER, listen());
        assertThrows(EOFException.class, router::read);
    }

    @Test
    void peerComesBackWhileWeWaitAfterAFailure() throws Exception {
        speaker.configure(Set.of(passive()));
        int port = listen();
        router.connect(ROUTER, port);
        router.sendOpen(65010);
        assertTrue(router.read(Notification.class).is(NotificationCode.BAD_PEER_AS));
        router.connect(ROUTER, port);
        router.agree();
        assertEquals(Update.END_OF_RIB, router.read(Update.class));
    }

    @Test
    void peerFromTooFarAwayIsTurnedAwayBeforeAMessageIsRead() throws Exception {
        speaker.configure(Set.of(passive()
                .withTransport(Transport.DEFAULT.withPassive(true).withTimeToLive(new TimeToLive.Security(1)))));
        router.connect(ROUTER, listen()); // with the kernel's time to live, 64
        assertThrows(EOFException.class, router::read);
        await(status -> status.turnedAway() > 0);
    }

    @Test
    void addressInUseIsSaidAndTriedAgain() throws Exception {
        try (ServerSocket other = new ServerSocket(0)) {
            speaker.listen(Set.of(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), other.getLocalPort())));
            Failure failure =
                    await(status -> status.failure().isPresent()).failure().orElseThrow();
            assertEquals("AddressInUse", failure.reason());
            assertTrue(failure.message().startsWith("cannot listen at 127.0.0.1 port "), failure.message());
        }
        await(status -> status.bound().isPresent());
    }

    @Test
    void addressNoLongerWantedIsClosed() throws Exception {
        int port = listen();
        speaker.listen(Set.of());
        speaker.configure(Set.of());
        assertThrows(IOException.class, () -> {
            while (true) {
                router.connect(ROUTER, port);
            }
        });
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!speaker.listening().isEmpty() && System.nanoTime() < end) {
            Thread.onSpinWait(); // the socket is closed just before the status says so
        }
        assertEquals(List.of(), speaker.listening());
    }

    @Test
    void newConnectionOfAPeerReplacesOneWithoutAnOpen() throws Exception {
        speaker.configure(Set.of(passive()));
        int port = listen();
        router.connect(ROUTER, port);
        router.read(Open.class);
        try (ScriptedPeer again = new ScriptedPeer()) {
            again.connect(ROUTER, port);
            assertTrue(router.read(Notification.class).is(NotificationCode.CONNECTION_COLLISION_RESOLUTION));
            again.agree();
            assertEquals(Update.END_OF_RIB, again.read(Update.class));
        }
    }
}
