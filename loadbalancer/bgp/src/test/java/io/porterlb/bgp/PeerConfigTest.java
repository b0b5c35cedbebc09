package io.porterlb.bgp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.porterlb.address.IpAddress;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerConfigTest {
    private static final IpAddress ADDRESS = IpAddress.of("192.0.2.1");
    private static final IpAddress ID = IpAddress.of("10.0.0.1");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 65_536, -1})
    void holdTimeOutOfRange(long seconds) {
        assertThrows(IllegalArgumentException.class, () -> SessionTimes.ofHold(Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 3, 65_535})
    void holdTimeInRange(long seconds) {
        assertEquals(
                seconds, SessionTimes.ofHold(Duration.ofSeconds(seconds)).hold().toSeconds());
    }

    @Test
    void holdTimeIsInWholeSeconds() {
        assertThrows(IllegalArgumentException.class, () -> SessionTimes.ofHold(Duration.ofMillis(3500)));
    }

    @Test
    void messageNamesPeerAndField() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> PeerConfig.of("leaf-a", ADDRESS, 0, 65000, ID));
        assertEquals("peer 'leaf-a': localAs is 1 to 4294967295, not 0", e.getMessage());
    }

    @Test
    void otherRanges() {
        PeerConfig peer = PeerConfig.of("leaf-a", ADDRESS, 65001, 65000, ID);
        Transport ipv6 = Transport.DEFAULT.withLocalAddress(IpAddress.of("2001:db8::1"));
        assertThrows(IllegalArgumentException.class, () -> peer.withTransport(ipv6));
        assertThrows(IllegalArgumentException.class, () -> Transport.DEFAULT.withPort(0));
        assertThrows(IllegalArgumentException.class, () -> new TimeToLive.Multihop(256));
        assertThrows(IllegalArgumentException.class, () -> new TimeToLive.Security(0));
        assertThrows(IllegalArgumentException.class, peer::withFamilies);
        FamilyConfig twice = FamilyConfig.IPV4.withAddPath(2);
        assertThrows(IllegalArgumentException.class, () -> peer.withFamilies(FamilyConfig.IPV4, twice));
        assertThrows(IllegalArgumentException.class, () -> PeerAddress.of(IpAddress.of("fe80::1")));
        assertThrows(IllegalArgumentException.class, () -> PeerConfig.of("", ADDRESS, 65001, 65000, ID));
        assertThrows(
                IllegalArgumentException.class,
                () -> PeerConfig.of("leaf-a", ADDRESS, 65001, 65000, IpAddress.of("0.0.0.0")));
        assertThrows(IllegalArgumentException.class, () -> PeerConfig.of("leaf-a", ADDRESS, 65001, 1L << 32, ID));
    }

    @Test
    void passwordIsNeverPrinted() {
        PeerConfig peer = PeerConfig.of("leaf-a", ADDRESS, 65001, 65000, ID)
                .withTransport(Transport.DEFAULT.withPassword(TcpPassword.of("s3cret")));
        assertFalse(peer.toString().contains("s3cret"), peer.toString());
        assertThrows(IllegalArgumentException.class, () -> TcpPassword.of("x".repeat(81)));
    }

    @Test
    void communitiesAreSortedAndDistinct() {
        RouteAttributes attributes = attributes(List.of(new Community(2, 1), new Community(1, 2), new Community(2, 1)));
        assertEquals(List.of(new Community(1, 2), new Community(2, 1)), attributes.communities());
    }

    @Test
    void tooManyCommunitiesAreAMistake() {
        List<Community> many =
                IntStream.rangeClosed(0, 256).mapToObj(i -> new Community(i, i)).toList();
        assertThrows(IllegalArgumentException.class, () -> attributes(many));
        assertThrows(IllegalArgumentException.class, () -> new Community(65_536, 0));
    }

    private static RouteAttributes attributes(List<Community> communities) {
        return RouteAttributes.DEFAULT.withCommunities(communities);
    }
}
