package io.porterlb.bgp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.porterlb.address.IpAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerConfigTest {
    private static final IpAddress ADDRESS = IpAddress.of("192.0.2.1");
    private static final IpAddress ID = IpAddress.of("10.0.0.1");

    private static PeerConfig with(int port, Duration holdTime, OptionalInt ttl, Optional<IpAddress> local) {
        return new PeerConfig(
                "leaf-a",
                ADDRESS,
                port,
                65001,
                65000,
                ID,
                holdTime,
                Optional.empty(),
                Optional.empty(),
                local,
                ttl,
                false);
    }

    private static PeerConfig hold(Duration holdTime) {
        return with(179, holdTime, OptionalInt.empty(), Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 65_536, -1})
    void holdTimeOutOfRange(long seconds) {
        assertThrows(IllegalArgumentException.class, () -> hold(Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 3, 65_535})
    void holdTimeInRange(long seconds) {
        assertEquals(seconds, hold(Duration.ofSeconds(seconds)).holdTime().toSeconds());
    }

    @Test
    void holdTimeIsInWholeSeconds() {
        assertThrows(IllegalArgumentException.class, () -> hold(Duration.ofMillis(3500)));
    }

    @Test
    void messageNamesPeerAndField() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> PeerConfig.of("leaf-a", ADDRESS, 0, 65000, ID));
        assertEquals("peer 'leaf-a': localAs is 1 to 4294967295, not 0", e.getMessage());
    }

    @Test
    void otherRanges() {
        Duration hold = PeerConfig.DEFAULT_HOLD_TIME;
        assertThrows(IllegalArgumentException.class, () -> with(0, hold, OptionalInt.empty(), Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> with(179, hold, OptionalInt.of(256), Optional.empty()));
        Optional<IpAddress> ipv6 = Optional.of(IpAddress.of("2001:db8::1"));
        assertThrows(IllegalArgumentException.class, () -> with(179, hold, OptionalInt.empty(), ipv6));
        assertThrows(IllegalArgumentException.class, () -> PeerConfig.of("", ADDRESS, 65001, 65000, ID));
        assertThrows(
                IllegalArgumentException.class,
                () -> PeerConfig.of("leaf-a", ADDRESS, 65001, 65000, IpAddress.of("0.0.0.0")));
        assertThrows(IllegalArgumentException.class, () -> PeerConfig.of("leaf-a", ADDRESS, 65001, 1L << 32, ID));
    }

    @Test
    void communitiesAreSortedAndDistinct() {
        RouteAttributes attributes = attributes(List.of(new Community(2, 1), new Community(1, 2), new Community(2, 1)));
        assertEquals(List.of(new Community(1, 2), new Community(2, 1)), attributes.communities());
    }

    @Test
    void tooManyCommunitiesAreAMistake() {
        List<Community> many =
                IntStream.rangeClosed(0, 255).mapToObj(i -> new Community(i, i)).toList();
        assertThrows(IllegalArgumentException.class, () -> attributes(many));
        assertThrows(IllegalArgumentException.class, () -> new Community(65_536, 0));
    }

    private static RouteAttributes attributes(List<Community> communities) {
        return new RouteAttributes(OptionalLong.empty(), OptionalLong.empty(), communities);
    }
}
