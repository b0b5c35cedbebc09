package io.porterlb.bgp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.address.Prefix;
import io.porterlb.bgp.wire.BgpMessage;
import io.porterlb.bgp.wire.Keepalive;
import io.porterlb.bgp.wire.Notification;
import io.porterlb.bgp.wire.Open;
import io.porterlb.bgp.wire.Update;
import io.porterlb.bgp.wire.attribute.NextHop;
import io.porterlb.bgp.wire.fault.NotificationCode;
import io.porterlb.bgp.wire.value.PathPrefix;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The whole speaker against routers on the loopback interface.
class BgpSpeakerTest {
    private static final IpAddress LOOPBACK = IpAddress.of("127.0.0.1");
    /// Ours; a next hop that is the router's own address would not be announced.
    private static final IpAddress US = IpAddress.of("127.0.0.2");

    private static final Prefix ONE = Prefix.host(IpAddress.of("198.51.100.1"));
    private static final Prefix TWO = Prefix.host(IpAddress.of("198.51.100.2"));

    private final BlockingQueue<PeerStatus> changes = new LinkedBlockingQueue<>();
    private final BgpSpeaker speaker = BgpSpeaker.start(changes::add);
    private ScriptedPeer router;

    @BeforeEach
    void openRouter() throws IOException {
        router = new ScriptedPeer();
    }

    @AfterEach
    void closeAll() throws IOException {
        router.close(); // first, so that the speaker need not wait for it
        speaker.close();
    }

    private static PeerConfig config(String name, int port) {
        return PeerConfig.of(name, LOOPBACK, 65001, ScriptedPeer.AS, IpAddress.of("10.0.0.1"))
                .withTransport(Transport.DEFAULT.withPort(port).withLocalAddress(US));
    }

    private static Set<Route> routes(Prefix... prefixes) {
        return Arrays.stream(prefixes).map(Route::of).collect(Collectors.toSet());
    }

    private PeerStatus await(String name, SessionState state) throws InterruptedException {
        while (true) {
            PeerStatus change = changes.poll(10, TimeUnit.SECONDS);
            assertTrue(change != null, name + " did not reach " + state);
            if (change.name().equals(name) && change.state() == state) {
                return change;
            }
        }
    }

    private Failure awaitFailure() throws InterruptedException {
        PeerStatus status = await("leaf-a", SessionState.IDLE);
        return status.lastFailure().orElseThrow();
    }

    private void start() {
        speaker.configure(Set.of(config("leaf-a", router.port())));
    }

    private void assertNotified(NotificationCode code) throws IOException {
        Notification last = router.read(Notification.class);
        assertTrue(last.is(code), last.words());
        assertThrows(EOFException.class, router::read);
    }

    @Test
    void announcesAndWithdraws() throws Exception {
        speaker.advertise(routes(ONE));
        start();
        router.establish();
        Update first = router.read(Update.class);
        assertEquals(List.of(PathPrefix.of(ONE)), first.announced());
        assertTrue(first.attributes().contains(new NextHop(US)), first.toString());
        assertEquals(Update.END_OF_RIB, router.read(Update.class));
        speaker.advertise(routes(ONE, TWO));
        assertEquals(List.of(PathPrefix.of(TWO)), router.read(Update.class).announced());
        speaker.advertise(routes(TWO));
        assertEquals(List.of(PathPrefix.of(ONE)), router.read(Update.class).withdrawn());
        assertEquals(
                SessionState.ESTABLISHED,
                await("leaf-a", SessionState.ESTABLISHED).state());
    }

    @Test
    void wrongAs() throws Exception {
        start();
        router.accept();
        router.sendOpen(65010);
        assertNotified(NotificationCode.BAD_PEER_AS);
        Failure failure = awaitFailure();
        assertEquals("BadPeerAs", failure.reason());
        assertEquals(
                "127.0.0.1 port " + router.port() + " answered as AS 65010, but peer leaf-a says peerAs 65000.",
                failure.message());
    }

    @Test
    void anotherProtocol() throws Exception {
        start();
        router.accept();
        router.send("SSH-2.0-OpenSSH_9.2\r\n".getBytes(StandardCharsets.US_ASCII));
        assertNotified(NotificationCode.CONNECTION_NOT_SYNCHRONIZED);
        Failure failure = awaitFailure();
        assertEquals("MalformedMessage", failure.reason());
        assertTrue(failure.message().contains("bad marker"), failure.message());
    }

    @Test
    void oversizeMessage() throws Exception {
        start();
        router.establish();
        byte[] header = new byte[19];
        Arrays.fill(header, (byte) 0xFF);
        header[18] = 2;
        router.send(header);
        assertNotified(NotificationCode.BAD_MESSAGE_LENGTH);
    }

    @Test
    void halfAMessageAndGone() throws Exception {
        start();
        router.accept();
        router.read(Open.class);
        router.send(new byte[] {-1, -1, -1});
        router.hangUp();
        PeerStatus status = await("leaf-a", SessionState.ACTIVE);
        assertEquals("ConnectionClosed", status.lastFailure().orElseThrow().reason());
    }

    @Test
    void notificationInWords() throws Exception {
        start();
        router.establish();
        byte[] text = {3, 'b', 'y', 'e'};
        router.send(Notification.of(NotificationCode.ADMINISTRATIVE_SHUTDOWN, text));
        Failure failure = awaitFailure();
        assertEquals("NotificationReceived", failure.reason());
        assertTrue(
                failure.message().endsWith("ended the session: Cease/Administrative Shutdown (6/2): \"bye\"."),
                failure.message());
        assertThrows(EOFException.class, () -> router.read(Notification.class));
    }

    @Test
    void nobodyThere() throws Exception {
        int port = router.port();
        router.close();
        start();
        assertEquals("ConnectionRefused", awaitFailure().reason());
        router = new ScriptedPeer(port);
        router.establish();
        assertEquals(Optional.empty(), await("leaf-a", SessionState.ESTABLISHED).lastFailure());
    }

    @Test
    void localAddressThatIsNotOurs() throws Exception {
        PeerConfig good = config("leaf-a", router.port());
        speaker.configure(Set.of(good.withTransport(good.transport().withLocalAddress(IpAddress.of("192.0.2.77")))));
        assertEquals("NoLocalAddress", awaitFailure().reason());
    }

    @Test
    void rubbishFromOneDoesNotDisturbAnother() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (ScriptedPeer vandal = new ScriptedPeer()) {
            start();
            router.establish();
            await("leaf-a", SessionState.ESTABLISHED);
            router.read(Update.class);
            speaker.configure(Set.of(config("leaf-a", router.port()), config("vandal", vandal.port())));
            for (int i = 0; i < 3; i++) {
                vandal.accept();
                byte[] rubbish = new byte[5000];
                random.nextBytes(rubbish);
                vandal.send(rubbish);
                await("vandal", SessionState.IDLE);
            }
            speaker.advertise(routes(ONE));
            assertEquals(List.of(PathPrefix.of(ONE)), router.read(Update.class).announced(), "seed " + seed);
        }
    }

    @Test
    void addingAndRemovingAPeerLeavesTheOthersAlone() throws Exception {
        try (ScriptedPeer second = new ScriptedPeer()) {
            start();
            router.establish();
            speaker.configure(Set.of(config("leaf-a", router.port()), config("leaf-b", second.port())));
            second.establish();
            await("leaf-b", SessionState.ESTABLISHED);
            assertEquals(List.of("leaf-a", "leaf-b"), names());
            speaker.configure(Set.of(config("leaf-a", router.port())));
            assertTrue(second.read(Notification.class).is(NotificationCode.PEER_DE_CONFIGURED));
            speaker.advertise(routes(ONE));
            List<BgpMessage> heard = Stream.of(router.read(), router.read()).toList();
            assertEquals(Update.END_OF_RIB, heard.get(0));
            assertEquals(List.of(PathPrefix.of(ONE)), ((Update) heard.get(1)).announced());
            assertEquals(List.of("leaf-a"), names());
        }
    }

    private List<String> names() {
        return speaker.status().stream().map(PeerStatus::name).toList();
    }

    @Test
    void closeSaysGoodbye() throws Exception {
        start();
        router.establish();
        await("leaf-a", SessionState.ESTABLISHED);
        speaker.close();
        assertTrue(router.read(Notification.class).is(NotificationCode.ADMINISTRATIVE_SHUTDOWN));
        speaker.configure(Set.of());
        speaker.advertise(Set.of());
    }

    @Test
    void tenThousandRoutesReachASlowReader() throws Exception {
        Set<Route> many = Stream.iterate(ONE.address(), IpAddress::next)
                .limit(10_000)
                .map(address -> Route.of(Prefix.host(address)))
                .collect(Collectors.toSet());
        start();
        router.establish();
        await("leaf-a", SessionState.ESTABLISHED);
        speaker.advertise(many);
        int announced = 0;
        int messages = 0;
        while (announced < many.size()) {
            announced += router.read(Update.class).announced().size();
            messages++;
        }
        assertEquals(many.size(), announced);
        assertTrue(messages <= 14, "messages, End-of-RIB among them: " + messages);
        router.send(new Keepalive());
    }

    @Test
    void twoPeersOfOneNameAreAMistake() {
        Set<PeerConfig> twice = Set.of(config("leaf-a", 1179), config("leaf-a", 1180));
        assertThrows(IllegalArgumentException.class, () -> speaker.configure(twice));
    }

    @Test
    void libraryIsANamedModule() {
        assertTrue(BgpSpeaker.class.getModule().isNamed());
    }
}
