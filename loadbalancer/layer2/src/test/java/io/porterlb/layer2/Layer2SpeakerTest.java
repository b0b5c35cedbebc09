package io.porterlb.layer2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.layer2.Answer.Start;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What needs neither rights nor a network.
class Layer2SpeakerTest {
    private static final IpAddress ADDRESS = IpAddress.of("192.0.2.7");

    private final Recorder heard = new Recorder();
    private final Layer2Speaker speaker = Layer2Speaker.start(heard);

    @AfterEach
    void close() {
        speaker.close();
    }

    private static Answer answer(String device, Start start) {
        return new Answer(ADDRESS, device, start);
    }

    private static AnswerState missing(String device) {
        return new AnswerState.LinkDown("cannot answer on " + device + ": there is no network interface of that name.");
    }

    @Test
    void interfaceThatIsNotThereIsSaidInASentence() throws Exception {
        speaker.announce(Set.of(answer("nosuch0", Start.PROBE), answer("nosuch1", Start.TAKE_OVER)));
        Set<AnswerState> both = Set.of(missing("nosuch0"), missing("nosuch1"));
        assertEquals(both, Set.copyOf(List.of(heard.next(), heard.next())));
        assertEquals(2, speaker.status().size());
        speaker.announce(Set.of());
        assertEquals(List.of(), speaker.status());
    }

    @Test
    void interfaceThatIsNotEthernetIsSaidInASentence() throws Exception {
        speaker.announce(Set.of(answer("lo", Start.PROBE)));
        assertEquals(new AnswerState.LinkDown("cannot answer on lo: it is not of Ethernet."), heard.next());
    }

    @Test
    void oneAddressTwiceOnAnInterfaceIsRefusedAndChangesNothing() throws Exception {
        speaker.announce(Set.of(answer("nosuch0", Start.PROBE)));
        assertEquals(missing("nosuch0"), heard.next());
        var twice = Set.of(answer("nosuch1", Start.PROBE), answer("nosuch1", Start.TAKE_OVER));
        var refusal = assertThrows(IllegalArgumentException.class, () -> speaker.announce(twice));
        assertEquals("192.0.2.7 is there twice on nosuch1", refusal.getMessage());
        assertEquals(List.of(new AnswerStatus(ADDRESS, "nosuch0", missing("nosuch0"))), speaker.status());
    }

    @Test
    void interfacesThatAreDownOrGivenUpOrClosedAreNotWaitedFor() throws Exception {
        speaker.announce(Set.of(answer("nosuch0", Start.PROBE), answer("nosuch1", Start.PROBE)));
        heard.next();
        heard.next();
        assertTrue(speaker.letGoWithin(Duration.ZERO));
        speaker.announce(Set.of(answer("nosuch0", Start.PROBE)));
        assertTrue(speaker.letGoWithin(Duration.ZERO));
        speaker.close();
        assertTrue(speaker.letGoWithin(Duration.ZERO));
    }

    @Test
    void afterCloseNothingHasAnEffect() {
        speaker.close();
        speaker.announce(Set.of(answer("nosuch0", Start.PROBE)));
        speaker.answerUntil(System.nanoTime());
        speaker.close();
        assertEquals(List.of(), speaker.status());
        assertEquals(0, heard.waiting());
    }

    static List<Throwable> failures() {
        return List.of(new IllegalStateException("as this test wants"), new AssertionError("as this test wants"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void listenerThatThrowsHarmsNobody(Throwable failure) throws Exception {
        try (Layer2Speaker other = Layer2Speaker.start(status -> {
            heard.changed(status);
            sneak(failure);
        })) {
            other.announce(Set.of(answer("nosuch0", Start.PROBE)));
            assertEquals(missing("nosuch0"), heard.next());
            other.announce(Set.of(
                    answer("nosuch0", Start.PROBE), new Answer(IpAddress.of("2001:db8::7"), "nosuch0", Start.PROBE)));
            assertEquals(missing("nosuch0"), heard.next());
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable failure) throws T {
        throw (T) failure;
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "127.0.0.1", "224.0.0.1", "255.255.255.255", "::", "::1", "ff02::1"})
    void addressThatNobodyCanHaveOnALinkIsRefused(String address) {
        assertThrows(IllegalArgumentException.class, () -> new Answer(IpAddress.of(address), "eth0", Start.PROBE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "a b", "a\0b", "eth0:1", "sixteen-letters-", "sechzehn-zähler"})
    void nameThatNoInterfaceCanHaveIsRefused(String device) {
        assertThrows(IllegalArgumentException.class, () -> answer(device, Start.PROBE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eth0", "bond0.12", "br-lan", "fifteen-letters", "acht-zähler", "..a"})
    void otherNamesAreTaken(String device) {
        assertEquals(device, answer(device, Start.PROBE).device());
    }
}
