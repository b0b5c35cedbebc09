package io.porterlb.bgp.fsm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.SessionTimes;
import io.porterlb.bgp.wire.Open;
import io.porterlb.bgp.wire.capability.Capability;
import io.porterlb.bgp.wire.capability.MultiprotocolCapability;
import io.porterlb.bgp.wire.fault.NotificationCode;
import io.porterlb.bgp.wire.value.AddressFamily;
import io.porterlb.bgp.wire.value.Octets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NegotiationTest {
    private static final IpAddress PEER = IpAddress.of("192.0.2.1");
    private static final IpAddress OUR_ID = IpAddress.of("10.0.0.1");
    private static final IpAddress THEIR_ID = IpAddress.of("10.0.0.2");
    private static final Capability IPV6 = new MultiprotocolCapability(new AddressFamily(2, 1));

    private static Negotiation ours(long localAs, int holdSeconds, Optional<Duration> keepalive) {
        return new Negotiation(PeerConfig.of("leaf-a", PEER, localAs, 65000, OUR_ID)
                .withTimes(new SessionTimes(Duration.ofSeconds(holdSeconds), keepalive, Optional.empty())));
    }

    private static Negotiated accepted(Negotiation ours, Open open) {
        return assertInstanceOf(Negotiation.Result.Accepted.class, ours.accept(open, false))
                .negotiated();
    }

    private static SessionFault refused(NotificationCode code, Negotiation ours, Open open) {
        Negotiation.Result.Refused refused =
                assertInstanceOf(Negotiation.Result.Refused.class, ours.accept(open, false));
        assertTrue(refused.answer().is(code), refused.toString());
        return refused.fault();
    }

    private static Negotiation ours() {
        return ours(65001, 90, Optional.empty());
    }

    @Test
    void smallerHoldTimeCounts() {
        assertEquals(
                Duration.ofSeconds(30),
                accepted(ours(), Sessions.open(65000, 30)).holdTime());
        assertEquals(
                Duration.ofSeconds(90),
                accepted(ours(), Sessions.open(65000, 180)).holdTime());
        assertEquals(Duration.ZERO, accepted(ours(), Sessions.open(65000, 0)).holdTime());
        assertEquals(
                Duration.ZERO,
                accepted(ours(65001, 0, Optional.empty()), Sessions.open(65000, 30))
                        .keepalive());
    }

    @Test
    void keepaliveIsAThirdUnlessLessIsConfigured() {
        assertEquals(
                Duration.ofSeconds(10),
                accepted(ours(), Sessions.open(65000, 30)).keepalive());
        Negotiation often = ours(65001, 90, Optional.of(Duration.ofSeconds(2)));
        assertEquals(
                Duration.ofSeconds(2), accepted(often, Sessions.open(65000, 30)).keepalive());
        Negotiation seldom = ours(65001, 90, Optional.of(Duration.ofSeconds(60)));
        assertEquals(
                Duration.ofSeconds(10),
                accepted(seldom, Sessions.open(65000, 30)).keepalive());
    }

    @Test
    void otherAsIsRefusedInWords() {
        SessionFault fault = refused(NotificationCode.BAD_PEER_AS, ours(), Sessions.open(65010, 30));
        assertEquals(
                new SessionFault("BadPeerAs", "192.0.2.1 answered as AS 65010, but peer leaf-a says peerAs 65000."),
                fault);
    }

    @Test
    void withoutTheCapabilityTheTwoOctetFieldCounts() {
        Negotiated negotiated = accepted(ours(), new Open(65000, 30, THEIR_ID, List.of()));
        assertFalse(negotiated.codec().fourOctetAs());
        refused(NotificationCode.BAD_PEER_AS, ours(), new Open(23456, 30, THEIR_ID, List.of()));
    }

    @Test
    void identifierMustBeOneAndInternallyAnother() {
        refused(NotificationCode.BAD_BGP_IDENTIFIER, ours(), open(IpAddress.of("0.0.0.0")));
        refused(NotificationCode.BAD_BGP_IDENTIFIER, ours(65000, 90, Optional.empty()), open(OUR_ID));
        accepted(ours(), open(OUR_ID)); // RFC 6286: of another AS it may be the same
    }

    private static Open open(IpAddress identifier) {
        return new Open(65000, 30, identifier, List.of());
    }

    @Test
    void holdTimesOfOneAndTwoSecondsAreRefused() {
        refused(NotificationCode.UNACCEPTABLE_HOLD_TIME, ours(), Sessions.open(65000, 1));
        refused(NotificationCode.UNACCEPTABLE_HOLD_TIME, ours(), Sessions.open(65000, 2));
        accepted(ours(), Sessions.open(65000, 3));
    }

    @Test
    void peerWithoutIpv4UnicastIsToldWhatIsMissing() {
        Negotiation.Result.Refused refused = assertInstanceOf(
                Negotiation.Result.Refused.class, ours().accept(new Open(65000, 30, THEIR_ID, List.of(IPV6)), false));
        assertTrue(refused.answer().is(NotificationCode.UNSUPPORTED_CAPABILITY));
        assertEquals(
                Octets.of((byte) 1, (byte) 4, (byte) 0, (byte) 1, (byte) 0, (byte) 1),
                refused.answer().data());
    }
}
