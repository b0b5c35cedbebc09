package io.porterlb.ownership.message;

import io.porterlb.address.IpAddress;
import io.porterlb.ownership.Configuration;
import java.util.Optional;
import java.util.Set;

/// One message. Nodes send heartbeats to arbiters, who answer.
public sealed interface Message {
    /// A node lives, and asks for what it claims.
    ///
    /// @param boot drawn by the node at random when it starts
    /// @param session as the arbiter called it
    /// @param sequence rises with every heartbeat
    /// @param generation of the node's configuration
    /// @param version of the node's statement, rising from 1
    /// @param statement if the arbiter may not have it
    /// @param configuration if the arbiter may have an older one
    record Heartbeat(
            long boot,
            SessionId session,
            long sequence,
            long generation,
            long version,
            Optional<Statement> statement,
            Optional<Configuration> configuration)
            implements Message {}

    /// An arbiter grants what the node claims, but for what it refuses.
    ///
    /// @param session its own
    /// @param number rises with every acknowledgement of the session
    /// @param sequence of the heartbeat
    /// @param generation of the arbiter's configuration
    /// @param version of the statement that it has; 0 for none
    /// @param witness for how long, in nanoseconds, it has the word of the witness yet, and so a second vote
    /// @param refused claims that others have
    /// @param nominated what the node is to claim, as the coordinator says
    /// @param release what it is to let go, since others wait for it, as the coordinator says
    /// @param configuration if the node has an older one
    record Acknowledgement(
            SessionId session,
            long number,
            long sequence,
            long generation,
            long version,
            long witness,
            Set<IpAddress> refused,
            Set<IpAddress> nominated,
            Set<IpAddress> release,
            Optional<Configuration> configuration)
            implements Message {
        public Acknowledgement {
            refused = Set.copyOf(refused);
            nominated = Set.copyOf(nominated);
            release = Set.copyOf(release);
        }
    }

    /// An arbiter does not know the conversation; the node is to go on in this one.
    ///
    /// @param boot of the node
    /// @param sequence of its heartbeat
    record Challenge(SessionId session, long boot, long sequence) implements Message {}
}
