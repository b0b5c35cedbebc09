package io.porterlb.ownership.council;

import io.porterlb.address.IpAddress;
import io.porterlb.ownership.message.Message.Acknowledgement;
import io.porterlb.ownership.message.Message.Challenge;
import io.porterlb.ownership.message.SessionId;
import java.util.Set;

/// What one arbiter last said to this node.
///
/// @param session that it speaks in
/// @param challenged the sequence number of the heartbeat that it last challenged
/// @param number of its last acknowledgement
/// @param sentAt when the heartbeat was sent that it acknowledged
/// @param version of the statement that it has; 0 for none, which is a vote for nothing
/// @param witness until when it counts twice, where the council has a witness
record Vote(
        SessionId session,
        long challenged,
        long number,
        long sentAt,
        long generation,
        long version,
        long witness,
        Set<IpAddress> refused) {
    static final Vote NONE = new Vote(SessionId.NONE, 0, 0, 0, 0, 0, 0, Set.of());

    boolean isFor(IpAddress address, Claim claim) {
        return version >= claim.since() && !refused.contains(address);
    }

    /// Whether this acknowledgement is of the conversation, and none that came before, or twice.
    boolean isContinuedBy(Acknowledgement next) {
        return next.session().equals(session) && next.number() > number;
    }

    Vote continued(Acknowledgement next, long sent) {
        return new Vote(
                session,
                challenged,
                next.number(),
                sent,
                next.generation(),
                next.version(),
                sent + next.witness(),
                next.refused());
    }

    /// In another conversation the arbiter knows nothing of us.
    Vote challengedBy(Challenge challenge) {
        return new Vote(challenge.session(), challenge.sequence(), 0, sentAt, generation, 0, sentAt, Set.of());
    }
}
