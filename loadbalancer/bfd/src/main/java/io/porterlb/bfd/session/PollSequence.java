package io.porterlb.bfd.session;

import io.porterlb.bfd.BfdState;
import io.porterlb.bfd.wire.BfdPacket;

/// When other intervals are announced, and when they come into use
/// ([RFC 5880 6.5 and 6.8.3](https://www.rfc-editor.org/rfc/rfc5880#section-6.8.3)).
final class PollSequence {
    private PollSequence() {}

    /// What a packet does to a sequence under way.
    static BfdSession answered(BfdSession session, BfdPacket packet) {
        Poll poll = session.poll();
        if (poll == Poll.POLLING && packet.fin()) {
            return session.with(session.announced(), session.announced(), Poll.SETTLING);
        }
        if (poll == Poll.SETTLING && !packet.fin()) {
            return session.with(session.announced(), session.inUse(), Poll.IDLE);
        }
        return session;
    }

    /// Announces the intervals that the settings and the state ask for, as soon as that is allowed.
    static BfdSession announce(BfdSession session) {
        Intervals wanted = session.settings().intervals();
        if (session.state() != BfdState.UP) {
            // Every packet says them, and nothing depends on when the neighbor learns of them.
            return session.with(wanted.slow(), wanted.slow(), Poll.IDLE);
        }
        boolean said = session.announced().equals(wanted);
        return said || session.poll() != Poll.IDLE
                ? session
                : session.with(wanted, untilAnswered(session.inUse(), wanted), Poll.POLLING);
    }

    /// The neighbor still counts on packets as often as before, and may still send no more often: a longer
    /// interval of sending and a shorter one of receiving wait for the Final bit. Others are in use at once.
    private static Intervals untilAnswered(Intervals before, Intervals wanted) {
        return new Intervals(
                Math.min(before.desiredMinTx(), wanted.desiredMinTx()),
                Math.max(before.requiredMinRx(), wanted.requiredMinRx()));
    }
}
