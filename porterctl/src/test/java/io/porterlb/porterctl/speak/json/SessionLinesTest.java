package io.porterlb.porterctl.speak.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.bgp.Failure;
import io.porterlb.bgp.MessageCounters;
import io.porterlb.bgp.PeerStatus;
import io.porterlb.bgp.SessionState;
import io.porterlb.bgp.wire.Notification;
import io.porterlb.bgp.wire.fault.NotificationCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionLinesTest {
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");
    private static final String TS = "{\"ts\":\"2026-01-02T03:04:05.000000Z\",\"event\":";

    private static PeerStatus status(SessionState state, Optional<Failure> failure) {
        return new PeerStatus(
                "192.0.2.1",
                Optional.empty(),
                state,
                AT,
                failure,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                MessageCounters.NONE);
    }

    @Test
    void aStateHasItsNameAndTime() {
        assertEquals(
                TS + "\"state\",\"peer\":\"192.0.2.1\",\"state\":\"Established\",\"ms\":12}",
                SessionLines.state(status(SessionState.ESTABLISHED, Optional.empty()), AT, Duration.ofMillis(12))
                        .toString());
    }

    @Test
    void aFailureIsAWordAndASentence() {
        Failure failure = new Failure("ConnectionRefused", "192.0.2.1 refuses.", AT);
        assertEquals(
                TS + "\"state\",\"peer\":\"192.0.2.1\",\"state\":\"Idle\",\"ms\":1,\"reason\":\"ConnectionRefused\","
                        + "\"message\":\"192.0.2.1 refuses.\"}",
                SessionLines.state(status(SessionState.IDLE, Optional.of(failure)), AT, Duration.ofMillis(1))
                        .toString());
    }

    @Test
    void aNotificationHasItsCodesAndWords() {
        Notification notification = Notification.of(NotificationCode.BAD_PEER_AS);
        assertEquals(
                TS + "\"notification\",\"peer\":\"192.0.2.1\",\"sent\":true,\"code\":2,\"subcode\":2,"
                        + "\"message\":\"OPEN Message Error/Bad Peer AS (2/2)\"}",
                SessionLines.notification("192.0.2.1", true, notification, AT).toString());
    }
}
