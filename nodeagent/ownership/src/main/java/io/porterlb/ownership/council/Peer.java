package io.porterlb.ownership.council;

import io.porterlb.ownership.Endpoint;
import io.porterlb.ownership.message.Message.Heartbeat;
import io.porterlb.ownership.message.SessionId;
import io.porterlb.ownership.message.Statement;

/// A node as an arbiter knows it.
///
/// @param endpoint where its last heartbeat came from
/// @param session in which it speaks
/// @param offered the session that it is challenged to
/// @param sequence of its last heartbeat; lower ones are old, or recorded
/// @param heardAt when that came
/// @param answers how many acknowledgements it was sent in this session
/// @param generation of its configuration
/// @param version of its statement; 0 if that is not known
record Peer(
        Endpoint endpoint,
        SessionId session,
        SessionId offered,
        long sequence,
        long heardAt,
        long answers,
        long generation,
        long version,
        Statement statement) {
    /// One that has said nothing yet.
    static Peer unknown(Endpoint endpoint, SessionId offered, long longAgo) {
        return new Peer(endpoint, SessionId.NONE, offered, 0, longAgo, 0, 0, 0, Statement.EMPTY);
    }

    boolean isAlive(long now, long patience) {
        return now - heardAt < patience && version > 0 && !statement.backSoon();
    }

    /// Accepts the challenge: a conversation in which nothing was said yet.
    Peer begun(SessionId next) {
        return new Peer(endpoint, offered, next, 0, heardAt, 0, generation, 0, Statement.EMPTY);
    }

    Peer heard(Endpoint source, Heartbeat heartbeat, long now) {
        boolean news = heartbeat.statement().isPresent();
        return new Peer(
                source,
                session,
                offered,
                heartbeat.sequence(),
                now,
                answers,
                heartbeat.generation(),
                news ? heartbeat.version() : version,
                heartbeat.statement().orElse(statement));
    }

    Peer answered() {
        return new Peer(endpoint, session, offered, sequence, heardAt, answers + 1, generation, version, statement);
    }
}
