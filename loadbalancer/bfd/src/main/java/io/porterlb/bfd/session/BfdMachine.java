package io.porterlb.bfd.session;

import static io.porterlb.bfd.BfdDiagnostic.ADMINISTRATIVELY_DOWN;
import static io.porterlb.bfd.BfdDiagnostic.CONTROL_DETECTION_TIME_EXPIRED;
import static io.porterlb.bfd.BfdDiagnostic.NEIGHBOR_SIGNALED_SESSION_DOWN;
import static io.porterlb.bfd.BfdDiagnostic.NONE;
import static io.porterlb.bfd.BfdState.ADMIN_DOWN;
import static io.porterlb.bfd.BfdState.DOWN;
import static io.porterlb.bfd.BfdState.INIT;
import static io.porterlb.bfd.BfdState.UP;

import io.porterlb.bfd.BfdState;
import io.porterlb.bfd.session.SessionAction.ExpectWithin;
import io.porterlb.bfd.session.SessionAction.Send;
import io.porterlb.bfd.session.SessionAction.StopTransmitting;
import io.porterlb.bfd.session.SessionAction.TransmitEvery;
import io.porterlb.bfd.session.SessionEvent.AdminDown;
import io.porterlb.bfd.session.SessionEvent.AdminUp;
import io.porterlb.bfd.session.SessionEvent.DetectionTimeExpires;
import io.porterlb.bfd.session.SessionEvent.PacketReceived;
import io.porterlb.bfd.session.SessionEvent.SettingsChanged;
import io.porterlb.bfd.session.SessionEvent.TransmitTimerExpires;
import io.porterlb.bfd.wire.BfdPacket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The state machine of [RFC 5880 6.2](https://www.rfc-editor.org/rfc/rfc5880#section-6.2) and what is around
/// it in section 6.8.
public final class BfdMachine {
    private BfdMachine() {}

    /// What comes of an event. Every event may come in every state.
    public static Step on(BfdSession session, SessionEvent event) {
        return switch (event) {
            case AdminUp() -> settle(session, adminUp(session));
            case AdminDown() -> settle(session, session.in(ADMIN_DOWN, ADMINISTRATIVELY_DOWN));
            case SettingsChanged(var settings) -> settle(session, session.with(settings));
            case PacketReceived(var packet) -> received(session, packet);
            case DetectionTimeExpires() -> settle(session, silent(session));
            case TransmitTimerExpires() -> transmit(session);
        };
    }

    private static BfdSession adminUp(BfdSession session) {
        return session.state() == ADMIN_DOWN ? session.in(DOWN, NONE) : session;
    }

    /// [RFC 5880 6.8.4](https://www.rfc-editor.org/rfc/rfc5880#section-6.8.4). The neighbor's discriminator is
    /// forgotten in every state (6.8.1, bfd.RemoteDiscr), and the rest with it, so that one which comes back
    /// with other intervals is not judged by the old ones.
    private static BfdSession silent(BfdSession session) {
        BfdSession alone = session.with(Remote.UNKNOWN);
        return switch (session.state()) {
            case INIT, UP -> alone.in(DOWN, CONTROL_DETECTION_TIME_EXPIRED);
            case DOWN, ADMIN_DOWN -> alone;
        };
    }

    /// [RFC 5880 6.8.6](https://www.rfc-editor.org/rfc/rfc5880#section-6.8.6), from "Set bfd.RemoteDiscr" on.
    private static Step received(BfdSession session, BfdPacket packet) {
        BfdSession heard = PollSequence.answered(session.with(Remote.of(packet)), packet);
        BfdSession next = PollSequence.announce(transition(heard, packet.state()));
        List<SessionAction> actions = new ArrayList<>();
        if (packet.poll() && next.state() != ADMIN_DOWN) {
            actions.add(new Send(next.finalPacket()));
        } else {
            actions.addAll(news(session, next));
        }
        next.detectionTime().ifPresent(time -> actions.add(new ExpectWithin(time)));
        actions.addAll(pace(session, next));
        return new Step(next, actions);
    }

    private static BfdSession transition(BfdSession session, BfdState received) {
        return switch (session.state()) {
            case ADMIN_DOWN -> session;
            case DOWN ->
                switch (received) {
                    case DOWN -> session.in(INIT, session.diagnostic());
                    case INIT -> session.in(UP, NONE);
                    case ADMIN_DOWN, UP -> session;
                };
            case INIT ->
                switch (received) {
                    case INIT, UP -> session.in(UP, NONE);
                    case DOWN -> session;
                    case ADMIN_DOWN -> session.in(DOWN, NEIGHBOR_SIGNALED_SESSION_DOWN);
                };
            case UP ->
                switch (received) {
                    case INIT, UP -> session;
                    case DOWN, ADMIN_DOWN -> session.in(DOWN, NEIGHBOR_SIGNALED_SESSION_DOWN);
                };
        };
    }

    private static Step transmit(BfdSession session) {
        Optional<Duration> interval = session.transmitInterval();
        return interval.isPresent()
                ? new Step(session, List.of(new Send(session.packet()), new TransmitEvery(interval.get())))
                : new Step(session, List.of());
    }

    /// The actions that follow from what has changed, where no packet came.
    private static Step settle(BfdSession before, BfdSession changed) {
        BfdSession next = PollSequence.announce(changed);
        List<SessionAction> actions = new ArrayList<>(news(before, next));
        Optional<Duration> time = next.detectionTime();
        if (time.isPresent() && !time.equals(before.detectionTime())) {
            actions.add(new ExpectWithin(time.get()));
        }
        actions.addAll(pace(before, next));
        return new Step(next, actions);
    }

    /// A packet between the periodic ones tells the neighbor at once what it does not know yet (RFC 5880
    /// 6.8.7).
    private static List<SessionAction> news(BfdSession before, BfdSession next) {
        boolean same = before.speaks() && before.content().equals(next.content());
        return next.speaks() && !same ? List.of(new Send(next.packet())) : List.of();
    }

    private static List<SessionAction> pace(BfdSession before, BfdSession next) {
        Optional<Duration> interval = next.transmitInterval();
        if (interval.equals(before.transmitInterval())) {
            return List.of();
        }
        return interval.isPresent() ? List.of(new TransmitEvery(interval.get())) : List.of(new StopTransmitting());
    }
}
