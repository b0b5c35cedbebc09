package io.porterlb.bfd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.porterlb.address.IpAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BfdSessionConfigTest {
    private static final IpAddress PEER = IpAddress.of("192.0.2.1");
    private static final BfdSessionConfig GOOD = BfdSessionConfig.singleHop("leaf-a", PEER);

    private static String refusal(Runnable mistake) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, mistake::run).getMessage());
    }

    @Test
    void defaultIsThreeTimes300Milliseconds() {
        assertEquals(GOOD, GOOD.every(Duration.ofMillis(300), 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.049S", "PT60.001S", "PT-1S"})
    void intervalIs50MillisecondsTo60Seconds(Duration interval) {
        assertEquals(
                "BFD session 'leaf-a': desiredMinTx is 50 ms to 60 s, not " + interval,
                refusal(() -> GOOD.every(interval, 3)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0.05S", "PT60S"})
    void endsOfTheRangeAreInIt(Duration interval) {
        assertEquals(interval, GOOD.every(interval, 255).requiredMinRx());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 256, -1})
    void multiplierAndTtlAreOneOctetAndNotZero(int value) {
        assertEquals(
                "BFD session 'leaf-a': detectMultiplier is 1 to 255, not " + value,
                refusal(() -> GOOD.every(Duration.ofSeconds(1), value)));
        assertEquals(
                "BFD session 'leaf-a': minimumTtl is 1 to 255, not " + value,
                refusal(() -> BfdSessionConfig.multihop("leaf-a", PEER, value)));
    }

    @Test
    void linkLocalPeerNeedsAnInterface() {
        IpAddress linkLocal = IpAddress.of("fe80::1");
        assertEquals(
                "BFD session 'leaf-a': interfaceName is missing: fe80::1 is link-local",
                refusal(() -> BfdSessionConfig.singleHop("leaf-a", linkLocal)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "sixteen-letters0"})
    void interfaceNameIsOneThatLinuxCanHave(String name) {
        assertEquals(
                "BFD session 'leaf-a': interfaceName is 1 to 15 characters without slash and space",
                refusal(() -> BfdSessionConfig.onLink("leaf-a", PEER, name)));
    }

    @Test
    void addressesAreOfOneFamily() {
        assertEquals(
                "BFD session 'leaf-a': localAddress is not of the family of 192.0.2.1",
                refusal(() -> GOOD.from(IpAddress.of("2001:db8::1"))));
    }

    @Test
    void nameIsNotBlank() {
        assertEquals("BFD session ' ': name is blank", refusal(() -> BfdSessionConfig.singleHop(" ", PEER)));
    }
}
