package io.porterlb.layer2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.address.MacAddress;
import io.porterlb.layer2.Answer.Start;
import io.porterlb.layer2.lab.Segment;
import io.porterlb.test.cluster.process.Await;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a neighbor on the link sees.
@Tag("cluster")
class AnsweringTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LONG_OUTAGE = Duration.ofSeconds(4);
    private static final AnswerState ANNOUNCING = new AnswerState.Announcing();
    private static final AnswerState PROBING = new AnswerState.Probing();

    private final Segment segment = Segment.cable();
    private final CompletableFuture<Layer2Speaker> waited = new CompletableFuture<>();
    private final Recorder heard = new Recorder();
    private final Layer2Speaker speaker = Layer2Speaker.start(heard);

    @AfterEach
    void close() {
        speaker.close();
        segment.close();
    }

    static List<IpAddress> addresses() {
        return List.of(Segment.V4, Segment.V6);
    }

    private void announce(Start start, IpAddress... addresses) {
        Set<Answer> answers = new HashSet<>();
        for (IpAddress address : addresses) {
            answers.add(new Answer(address, Segment.DEVICE, start));
        }
        segment.at(() -> speaker.announce(answers));
    }

    private String own() {
        return Segment.mac(segment.near()).toString();
    }

    @Test
    void kernelOfTheNeighborResolvesWhatIsAnnouncedAndNothingElse() throws Exception {
        announce(Start.TAKE_OVER, Segment.V4, Segment.V6);
        assertEquals(ANNOUNCING, heard.next());
        assertEquals(ANNOUNCING, heard.next());
        segment.assertResolved(Segment.V4);
        segment.assertResolved(Segment.V6);
        assertEquals("", segment.resolved(IpAddress.of("10.98.0.8")));
        assertEquals("", segment.resolved(IpAddress.of("fd98::8")));
        announce(Start.TAKE_OVER, Segment.V6);
        assertTrue(Await.until(PATIENCE, () -> speaker.status().size() == 1));
        assertEquals("", segment.resolved(Segment.V4));
        segment.assertResolved(Segment.V6);
    }

    @Test
    void toolsOfTheNeighborGetOneAnswerEach() throws Exception {
        announce(Start.TAKE_OVER, Segment.V4, Segment.V6);
        heard.next();
        heard.next();
        String arping = segment.far().exec("arping", "-f", "-w", "30", "-I", Segment.DEVICE, Segment.V4.toString());
        assertTrue(arping.toLowerCase(java.util.Locale.ROOT).contains("[" + own() + "]"), arping);
        assertTrue(arping.contains("Received 1 response(s)"), arping);
        String ndisc = segment.far().exec("ndisc6", "-r", "30", Segment.V6.toString(), Segment.DEVICE);
        assertTrue(ndisc.toLowerCase(java.util.Locale.ROOT).contains(own()), ndisc);
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void announcementReplacesWhatTheNeighborBelieved(IpAddress address) throws Exception {
        String other = "02:00:5e:00:53:99";
        segment.far()
                .exec(
                        "ip",
                        "neigh",
                        "replace",
                        address.toString(),
                        "lladdr",
                        other,
                        "dev",
                        Segment.DEVICE,
                        "nud",
                        "stale");
        assertEquals(other, segment.neighbor(address));
        announce(Start.TAKE_OVER, address);
        assertTrue(Await.until(PATIENCE, () -> segment.neighbor(address).equals(own())));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void addressThatIsFreeIsTakenAfterProbes(IpAddress address) throws Exception {
        announce(Start.PROBE, address);
        assertEquals(PROBING, heard.next());
        String early = segment.resolved(address);
        assertTrue(early.isEmpty() || heard.waiting() > 0, early);
        assertEquals(ANNOUNCING, heard.next());
        segment.assertResolved(address);
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void addressInUseIsLeftToWhoHasIt(IpAddress address) throws Exception {
        addAtFar(address);
        announce(Start.PROBE, address);
        assertEquals(PROBING, heard.next());
        assertEquals(new AnswerState.Conflict(Segment.mac(segment.far()), false), heard.next());
        assertEquals(0, heard.waiting());
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void anotherOneThatTakesTheAddressIsReportedAndNotFought(IpAddress address) throws Exception {
        announce(Start.TAKE_OVER, address);
        assertEquals(ANNOUNCING, heard.next());
        addAtFar(address);
        claimAtFar(address);
        claimAtFar(address);
        assertEquals(new AnswerState.Conflict(Segment.mac(segment.far()), true), heard.next());
        assertEquals(0, heard.waiting());
    }

    private void addAtFar(IpAddress address) {
        String prefix = address + "/" + (address.family().bits() == 32 ? "24" : "64");
        List<String> nodad = address.family().bits() == 32 ? List.of() : List.of("nodad");
        segment.far().ip(List.of("address add " + prefix + " dev " + Segment.DEVICE + " " + String.join(" ", nodad)));
    }

    /// The far end asks for the near one, from the address.
    private void claimAtFar(IpAddress address) {
        boolean v4 = address.family().bits() == 32;
        String near = v4 ? "10.98.0.1" : "fd98::1";
        segment.far()
                .exec(
                        "sh",
                        "-c",
                        "ip neigh flush dev " + Segment.DEVICE + "; ping -c 1 -W 1 -I " + address + " " + near
                                + " || true");
    }

    /// Another thread waits, since one may always take the lock again that it has.
    @Test
    void listenerMayWaitForTheEndOfAnsweringOnItsOwnInterface() throws Exception {
        BlockingQueue<Boolean> answers = new LinkedBlockingQueue<>();
        try (Layer2Speaker other = Layer2Speaker.start(_ ->
                answers.add(CompletableFuture.supplyAsync(this::speakerHasLetGo).join()))) {
            waited.complete(other);
            segment.at(() -> other.announce(Set.of(new Answer(Segment.V4, Segment.DEVICE, Start.TAKE_OVER))));
            assertEquals(true, answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        }
    }

    private boolean speakerHasLetGo() {
        try {
            return waited.join().letGoWithin(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void linkThatGoesDownAndComesBackIsAnnouncedOnAgain() throws Exception {
        announce(Start.TAKE_OVER, Segment.V4);
        assertEquals(ANNOUNCING, heard.next());
        segment.far().exec("ip", "link", "set", Segment.DEVICE, "down");
        assertEquals(down("the interface has no carrier."), heard.next());
        segment.far().exec("ip", "link", "set", Segment.DEVICE, "up");
        heard.await(ANNOUNCING);
        segment.assertResolved(Segment.V4);
        segment.near().exec("ip", "link", "set", Segment.DEVICE, "down");
        assertEquals(down("the interface is down."), heard.next());
        segment.near().exec("ip", "link", "set", Segment.DEVICE, "up");
        heard.await(ANNOUNCING);
    }

    @Test
    void linkThatWasGoneForLongIsAskedBeforeItIsAnnouncedOn() throws Exception {
        announce(Start.TAKE_OVER, Segment.V4);
        assertEquals(ANNOUNCING, heard.next());
        segment.far().exec("ip", "link", "set", Segment.DEVICE, "down");
        assertEquals(down("the interface has no carrier."), heard.next());
        Thread.sleep(LONG_OUTAGE);
        segment.far().exec("ip", "link", "set", Segment.DEVICE, "up");
        heard.await(PROBING);
        assertEquals("", segment.resolved(Segment.V4));
        heard.await(ANNOUNCING);
        segment.assertResolved(Segment.V4);
    }

    @Test
    void interfaceThatIsReplacedByOneOfItsNameIsAnsweredOnWithItsOwnMacAddress() throws Exception {
        announce(Start.TAKE_OVER, Segment.V4, Segment.V6);
        assertEquals(ANNOUNCING, heard.next());
        assertEquals(ANNOUNCING, heard.next());
        String before = own();
        segment.near().exec("ip", "link", "delete", Segment.DEVICE);
        heard.await(down("there is no network interface of that name."));
        segment.connect();
        heard.await(ANNOUNCING);
        assertTrue(!own().equals(before));
        segment.assertResolved(Segment.V4);
        segment.assertResolved(Segment.V6);
    }

    @Test
    void otherMacAddressOfTheInterfaceIsAnnounced() throws Exception {
        announce(Start.TAKE_OVER, Segment.V4);
        assertEquals(ANNOUNCING, heard.next());
        segment.assertResolved(Segment.V4);
        MacAddress other = MacAddress.of("02:00:5e:00:53:42");
        segment.near().exec("ip", "link", "set", Segment.DEVICE, "address", other.toString());
        assertTrue(Await.until(PATIENCE, () -> segment.neighbor(Segment.V4).equals(other.toString())));
    }

    @Test
    void ipv6ThatIsOffIsSaidAndNoticedWhenItIsOnAgain() throws Exception {
        segment.near().exec("sysctl", "-q", "-w", "net.ipv6.conf." + Segment.DEVICE + ".disable_ipv6=1");
        announce(Start.TAKE_OVER, Segment.V6);
        assertEquals(down("IPv6 is off there."), heard.next());
        segment.near().exec("sysctl", "-q", "-w", "net.ipv6.conf." + Segment.DEVICE + ".disable_ipv6=0");
        assertEquals(ANNOUNCING, heard.next());
    }

    private static AnswerState down(String why) {
        return new AnswerState.LinkDown("cannot answer on " + Segment.DEVICE + ": " + why);
    }
}
