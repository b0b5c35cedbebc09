package io.porterlb.bgp.fsm;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.bgp.SessionState;
import io.porterlb.bgp.wire.Notification;
import io.porterlb.bgp.wire.fault.NotificationCode;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FaultTextTest {
    private static final FaultText TEXT = new FaultText(Sessions.CONFIG);

    static Stream<SessionFault> faults() {
        Stream<SessionFault> tcp = Arrays.stream(TcpFailure.Kind.values())
                .map(kind -> new TcpFailure(kind, "Connection reset"))
                .flatMap(failure -> Arrays.stream(SessionState.values())
                        .map(state -> TEXT.tcp(failure, Session.INITIAL.in(state))));
        Stream<SessionFault> bgp = Stream.of(
                TEXT.connectTimeout(),
                TEXT.notification(Notification.of(NotificationCode.BAD_PEER_AS)),
                TEXT.refused("sent something that is not BGP (bad marker)"),
                TEXT.unexpected("an OPEN", SessionState.ESTABLISHED),
                TEXT.holdTimerExpired(Duration.ofSeconds(30)),
                TEXT.noOpen(Duration.ofMinutes(4)),
                TEXT.sendHoldTimerExpired(Duration.ofMinutes(8)),
                TEXT.badPeerAs(65010),
                TEXT.badIdentifier(Sessions.CONFIG.routerId()),
                TEXT.badIdentifier(IpAddress.of("0.0.0.0")),
                TEXT.unacceptableHoldTime(2),
                TEXT.roleMismatch("PEER"),
                TEXT.nobodyKnown(),
                TEXT.bfdDown(),
                TEXT.waitsForBfd(),
                TEXT.noBfd(Duration.ofSeconds(30)),
                TEXT.noCommonFamily());
        return Stream.concat(tcp, bgp);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void messageEndsWithOnePeriod(SessionFault fault) {
        assertTrue(fault.message().matches(".*[^.]\\."), fault.message());
    }
}
