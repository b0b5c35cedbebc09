package io.porterlb.bfd.session;

import io.porterlb.bfd.BfdDiagnostic;
import io.porterlb.bfd.BfdState;
import io.porterlb.bfd.wire.BfdPacket;
import java.time.Duration;
import java.util.Optional;

/// All that a session remembers between events, and what follows from it.
///
/// @param settings what is configured
/// @param localDiscriminator bfd.LocalDiscr
/// @param state bfd.SessionState
/// @param diagnostic bfd.LocalDiag
/// @param remote the neighbor
/// @param announced bfd.DesiredMinTxInterval and bfd.RequiredMinRxInterval, as our packets say
/// @param inUse what our sending and the Detection Time go by: `announced`, or still what was before a Poll
///     Sequence
/// @param poll where a Poll Sequence about `announced` is
public record BfdSession(
        SessionSettings settings,
        long localDiscriminator,
        BfdState state,
        BfdDiagnostic diagnostic,
        Remote remote,
        Intervals announced,
        Intervals inUse,
        Poll poll) {
    /// One that is held down and has heard nothing; `AdminUp` starts it.
    public static BfdSession of(long localDiscriminator, SessionSettings settings) {
        Intervals slow = settings.intervals().slow();
        return new BfdSession(
                settings,
                localDiscriminator,
                BfdState.ADMIN_DOWN,
                BfdDiagnostic.NONE,
                Remote.UNKNOWN,
                slow,
                slow,
                Poll.IDLE);
    }

    BfdSession in(BfdState next, BfdDiagnostic why) {
        return new BfdSession(settings, localDiscriminator, next, why, remote, announced, inUse, poll);
    }

    BfdSession with(Remote heard) {
        return new BfdSession(settings, localDiscriminator, state, diagnostic, heard, announced, inUse, poll);
    }

    BfdSession with(SessionSettings next) {
        return new BfdSession(next, localDiscriminator, state, diagnostic, remote, announced, inUse, poll);
    }

    BfdSession with(Intervals nextAnnounced, Intervals nextInUse, Poll nextPoll) {
        return new BfdSession(
                settings, localDiscriminator, state, diagnostic, remote, nextAnnounced, nextInUse, nextPoll);
    }

    /// Whether packets may be sent at all. A passive one waits to be spoken to (RFC 5880 6.8.7), and to say
    /// AdminDown to nobody is of no use.
    boolean speaks() {
        boolean waits = settings.passive() || state == BfdState.ADMIN_DOWN;
        return remote.isKnown() || !waits;
    }

    /// Between periodic packets, before jitter; empty if there are none
    /// ([RFC 5880 6.8.7](https://www.rfc-editor.org/rfc/rfc5880#section-6.8.7)).
    public Optional<Duration> transmitInterval() {
        if (!speaks() || remote.requiredMinRx() == 0 || neighborWantsSilence()) {
            return Optional.empty();
        }
        return Optional.of(Intervals.duration(Math.max(inUse.desiredMinTx(), remote.requiredMinRx())));
    }

    private boolean neighborWantsSilence() {
        boolean bothUp = state == BfdState.UP && remote.state() == BfdState.UP;
        return remote.demand() && bothUp && poll != Poll.POLLING;
    }

    /// Between the neighbor's periodic packets, before jitter; empty if it is not heard.
    public Optional<Duration> receiveInterval() {
        return remote.isKnown()
                ? Optional.of(Intervals.duration(Math.max(inUse.requiredMinRx(), remote.desiredMinTx())))
                : Optional.empty();
    }

    /// How long the neighbor may be silent; empty if it is not heard
    /// ([RFC 5880 6.8.4](https://www.rfc-editor.org/rfc/rfc5880#section-6.8.4)).
    public Optional<Duration> detectionTime() {
        return receiveInterval().map(interval -> interval.multipliedBy(remote.detectMultiplier()));
    }

    /// Our next packet.
    BfdPacket packet() {
        return packet(poll == Poll.POLLING, false);
    }

    /// The answer to a Poll. It is never a Poll itself.
    BfdPacket finalPacket() {
        return packet(false, true);
    }

    /// What a packet says, apart from Poll and Final.
    BfdPacket content() {
        return packet(false, false);
    }

    private BfdPacket packet(boolean pollBit, boolean finalBit) {
        return new BfdPacket(
                diagnostic,
                state,
                pollBit,
                finalBit,
                false,
                false,
                settings.detectMultiplier(),
                localDiscriminator,
                remote.discriminator(),
                announced.desiredMinTx(),
                announced.requiredMinRx(),
                0);
    }
}
