package io.porterlb.bfd.session;

import io.porterlb.bfd.BfdDiagnostic;
import io.porterlb.bfd.BfdState;
import io.porterlb.bfd.wire.BfdPacket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Sessions in every state, and packets of a neighbor.
final class Sessions {
    static final int MULTIPLIER = 3;
    static final long OURS = 7;
    static final long THEIRS = 9;
    static final SessionSettings SETTINGS = settings(300, 300);

    private Sessions() {}

    static SessionSettings settings(long txMillis, long rxMillis) {
        Intervals intervals = Intervals.of(Duration.ofMillis(txMillis), Duration.ofMillis(rxMillis));
        return new SessionSettings(intervals, MULTIPLIER, false);
    }

    /// Reached from nothing by events, with no Poll Sequence under way.
    static BfdSession in(BfdState state) {
        return in(state, SETTINGS);
    }

    static BfdSession in(BfdState state, SessionSettings settings) {
        BfdSession held = BfdSession.of(OURS, settings);
        BfdSession down = next(held, new SessionEvent.AdminUp());
        return switch (state) {
            case ADMIN_DOWN -> held;
            case DOWN -> down;
            case INIT -> next(down, received(BfdState.DOWN));
            case UP -> up(down);
        };
    }

    private static BfdSession up(BfdSession down) {
        BfdSession polling = next(down, received(BfdState.INIT));
        BfdSession settling = next(polling, received(Packet.in(BfdState.UP).withFinal()));
        return next(settling, received(BfdState.UP));
    }

    static BfdSession next(BfdSession session, SessionEvent event) {
        return BfdMachine.on(session, event).next();
    }

    static SessionEvent received(BfdState state) {
        return received(Packet.in(state));
    }

    static SessionEvent received(Packet packet) {
        return new SessionEvent.PacketReceived(packet.packet());
    }

    static List<BfdPacket> sent(Step step) {
        return step.actions().stream()
                .filter(SessionAction.Send.class::isInstance)
                .map(action -> ((SessionAction.Send) action).packet())
                .toList();
    }

    static Optional<Duration> transmitEvery(Step step) {
        return step.actions().stream()
                .filter(SessionAction.TransmitEvery.class::isInstance)
                .map(action -> ((SessionAction.TransmitEvery) action).interval())
                .findFirst();
    }

    static Optional<Duration> expectWithin(Step step) {
        return step.actions().stream()
                .filter(SessionAction.ExpectWithin.class::isInstance)
                .map(action -> ((SessionAction.ExpectWithin) action).detectionTime())
                .findFirst();
    }

    /// What a neighbor says, three times 300 ms unless told otherwise.
    record Packet(
            BfdState state,
            boolean poll,
            boolean fin,
            boolean demand,
            long discriminator,
            long txMillis,
            long rxMillis,
            int multiplier) {
        static Packet in(BfdState state) {
            return new Packet(state, false, false, false, THEIRS, 300, 300, MULTIPLIER);
        }

        Packet withPoll() {
            return new Packet(state, true, fin, demand, discriminator, txMillis, rxMillis, multiplier);
        }

        Packet withFinal() {
            return new Packet(state, poll, true, demand, discriminator, txMillis, rxMillis, multiplier);
        }

        Packet withDemand() {
            return new Packet(state, poll, fin, true, discriminator, txMillis, rxMillis, multiplier);
        }

        Packet from(long otherDiscriminator) {
            return new Packet(state, poll, fin, demand, otherDiscriminator, txMillis, rxMillis, multiplier);
        }

        Packet at(long desiredMinTx, long requiredMinRx, int detectMultiplier) {
            return new Packet(state, poll, fin, demand, discriminator, desiredMinTx, requiredMinRx, detectMultiplier);
        }

        BfdPacket packet() {
            return new BfdPacket(
                    BfdDiagnostic.NONE,
                    state,
                    poll,
                    fin,
                    false,
                    demand,
                    multiplier,
                    discriminator,
                    OURS,
                    txMillis * 1000,
                    rxMillis * 1000,
                    0);
        }
    }
}
