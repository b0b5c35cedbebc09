package io.porterlb.bgp.fsm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.bgp.BgpRole;
import io.porterlb.bgp.FamilyConfig;
import io.porterlb.bgp.GracefulRestart;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.wire.Open;
import io.porterlb.bgp.wire.capability.AddPathCapability;
import io.porterlb.bgp.wire.capability.Capability;
import io.porterlb.bgp.wire.capability.EnhancedRouteRefreshCapability;
import io.porterlb.bgp.wire.capability.ExtendedNextHopCapability;
import io.porterlb.bgp.wire.capability.FourOctetAsCapability;
import io.porterlb.bgp.wire.capability.GracefulRestartCapability;
import io.porterlb.bgp.wire.capability.MultiprotocolCapability;
import io.porterlb.bgp.wire.capability.PathsLimitCapability;
import io.porterlb.bgp.wire.capability.RoleCapability;
import io.porterlb.bgp.wire.fault.NotificationCode;
import io.porterlb.bgp.wire.value.AddressFamily;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is agreed on, capability by capability.
class AgreementTest {
    private static final PeerConfig BOTH = PeerConfig.of(
                    "leaf-a", IpAddress.of("2001:db8::1"), 65001, 65000, IpAddress.of("10.0.0.1"))
            .withFamilies(FamilyConfig.IPV4.withAddPath(8), FamilyConfig.IPV6);
    private static final Capability IPV4 = new MultiprotocolCapability(AddressFamily.IPV4_UNICAST);
    private static final Capability IPV6 = new MultiprotocolCapability(AddressFamily.IPV6_UNICAST);

    private static Negotiation.Result answer(PeerConfig config, boolean plain, Capability... capabilities) {
        Open open = new Open(65000, 90, IpAddress.of("10.0.0.2"), Arrays.asList(capabilities));
        return new Negotiation(config).accept(open, plain);
    }

    private static Negotiated agreed(PeerConfig config, Capability... capabilities) {
        return assertInstanceOf(Negotiation.Result.Accepted.class, answer(config, false, capabilities))
                .negotiated();
    }

    private static AddPathCapability addPath(AddPathCapability.Mode mode) {
        return new AddPathCapability(List.of(new AddPathCapability.Family(AddressFamily.IPV4_UNICAST, mode)));
    }

    @Test
    void familiesAreThoseOfBoth() {
        assertEquals(
                Set.of(AddressFamily.IPV4_UNICAST, AddressFamily.IPV6_UNICAST),
                agreed(BOTH, IPV4, IPV6).codec().families());
        assertEquals(
                Set.of(AddressFamily.IPV6_UNICAST), agreed(BOTH, IPV6).codec().families());
        assertEquals(Set.of(AddressFamily.IPV4_UNICAST), agreed(BOTH).codec().families());
    }

    @Test
    void peerWithoutOurFamilyIsToldWhatIsMissing() {
        Negotiation.Result.Refused refused = assertInstanceOf(
                Negotiation.Result.Refused.class, answer(BOTH.withFamilies(FamilyConfig.IPV6), false, IPV4));
        assertTrue(refused.answer().is(NotificationCode.UNSUPPORTED_CAPABILITY));
        assertEquals(
                "2001:db8::1 does not offer IPv6 unicast: activate that address family for us there.",
                refused.fault().message());
    }

    @ParameterizedTest
    @CsvSource({"RECEIVE, 8", "BOTH, 8", "SEND, 0"})
    void pathsGoToAPeerThatTakesThem(AddPathCapability.Mode mode, int paths) {
        Negotiated negotiated = agreed(BOTH, IPV4, addPath(mode));
        assertEquals(Set.of(FamilyConfig.IPV4.withAddPath(paths)), negotiated.families());
        assertEquals(paths > 0, negotiated.codec().addPathSent().contains(AddressFamily.IPV4_UNICAST));
        assertEquals(Set.of(), negotiated.codec().addPathReceived());
    }

    @Test
    void peerMayLimitThePaths() {
        PathsLimitCapability limit =
                new PathsLimitCapability(List.of(new PathsLimitCapability.Family(AddressFamily.IPV4_UNICAST, 3)));
        Negotiated negotiated = agreed(BOTH, IPV4, addPath(AddPathCapability.Mode.RECEIVE), limit);
        assertEquals(Set.of(FamilyConfig.IPV4.withAddPath(3)), negotiated.families());
    }

    @Test
    void ipv6NextHopsTakeBothSides() {
        Capability theirs = new ExtendedNextHopCapability(List.of(ExtendedNextHopCapability.Encoding.IPV4_OVER_IPV6));
        assertTrue(agreed(BOTH, IPV4, theirs).codec().extendedNextHop());
        assertFalse(agreed(BOTH, IPV4).codec().extendedNextHop());
        assertFalse(agreed(Sessions.CONFIG, IPV4, theirs).codec().extendedNextHop());
    }

    @Test
    void fourOctetAsAndMarks() {
        Negotiated negotiated =
                agreed(BOTH, IPV4, new FourOctetAsCapability(65000), new EnhancedRouteRefreshCapability());
        assertTrue(negotiated.codec().fourOctetAs());
        assertTrue(negotiated.peer().enhancedRouteRefresh());
        assertFalse(agreed(BOTH, IPV4).peer().enhancedRouteRefresh());
    }

    @Test
    void afterAPlainOpenNothingIsAgreedOn() {
        Negotiated negotiated = assertInstanceOf(
                        Negotiation.Result.Accepted.class,
                        answer(
                                BOTH,
                                true,
                                IPV6,
                                addPath(AddPathCapability.Mode.BOTH),
                                new FourOctetAsCapability(65000)))
                .negotiated();
        assertEquals(Set.of(AddressFamily.IPV4_UNICAST), negotiated.codec().families());
        assertEquals(Set.of(), negotiated.codec().addPathSent());
        assertFalse(negotiated.codec().fourOctetAs());
    }

    @ParameterizedTest
    @CsvSource({
        "CUSTOMER, 0, true",
        "CUSTOMER, 3, false",
        "PROVIDER, 3, true",
        "PROVIDER, 4, false",
        "RS, 2, true",
        "RS_CLIENT, 1, true",
        "PEER, 4, true",
        "PEER, 0, false",
        "PEER, 17, false"
    })
    void rolesMustGoTogether(BgpRole ours, int theirs, boolean together) {
        Negotiation.Result result = answer(Sessions.CONFIG.withRole(ours), false, IPV4, new RoleCapability(theirs));
        if (together) {
            assertInstanceOf(Negotiation.Result.Accepted.class, result);
        } else {
            assertRefused(result, NotificationCode.ROLE_MISMATCH);
        }
    }

    private static void assertRefused(Negotiation.Result result, NotificationCode code) {
        Negotiation.Result.Refused refused = assertInstanceOf(Negotiation.Result.Refused.class, result);
        assertTrue(refused.answer().is(code), refused.toString());
    }

    @Test
    void twoRolesDoNotGoTogetherAndNoneDoes() {
        PeerConfig customer = Sessions.CONFIG.withRole(BgpRole.CUSTOMER);
        assertRefused(
                answer(customer, false, IPV4, new RoleCapability(0), new RoleCapability(4)),
                NotificationCode.ROLE_MISMATCH);
        agreed(customer, IPV4);
    }

    @Test
    void hardResetTakesTheNotificationBitOfBoth() {
        GracefulRestartCapability theirs = new GracefulRestartCapability(false, true, 120, List.of());
        GracefulRestart ours = new GracefulRestart(true, Duration.ofSeconds(60), true);
        assertTrue(
                agreed(Sessions.CONFIG.withGracefulRestart(ours), IPV4, theirs).hardReset());
        assertFalse(agreed(Sessions.CONFIG.withGracefulRestart(ours), IPV4).hardReset());
        assertFalse(agreed(Sessions.CONFIG, IPV4, theirs).hardReset());
    }
}
