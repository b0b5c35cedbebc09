package io.porterlb.agent.layer2;

import io.porterlb.kube.election.LeaderElection;
import io.porterlb.kube.election.LeaseTerms;
import io.porterlb.ownership.Witness;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// The odd vote of a council with an even number of seats: the Lease at the API server, which one node
/// holds at a time. Of two halves, the one whose node holds it takes over at once; if none does, one has
/// to wait until it has ended. As long as no council asks, nobody stands for it.
final class LeaseWitness implements Witness {
    /// A second lies between the end of the one's word and the beginning of another's.
    static final LeaseTerms TERMS =
            new LeaseTerms(Duration.ofSeconds(3), Duration.ofSeconds(2), Duration.ofMillis(500));

    private final Supplier<LeaderElection> elections;
    private volatile Optional<LeaderElection> standing = Optional.empty();

    /// @param elections a new one each time, in the name of this node
    LeaseWitness(Supplier<LeaderElection> elections) {
        this.elections = elections;
    }

    /// @param asked whether the council asks
    synchronized void follow(boolean asked) {
        if (asked && standing.isEmpty()) {
            begin();
        } else if (!asked) {
            end();
        }
    }

    private void begin() {
        LeaderElection election = elections.get();
        standing = Optional.of(election);
        election.start(new LeaderElection.Listener() {
            @Override
            public void leads() {}

            @Override
            public void lost() {
                Thread.ofVirtual().name("witness again").start(() -> again(election));
            }
        });
    }

    /// An election ends when it is lost; this node stands again.
    private synchronized void again(LeaderElection lost) {
        if (standing.filter(lost::equals).isPresent()) {
            lost.close();
            standing = Optional.empty(); // what fails now is tried again with the next view
            begin();
        }
    }

    @Override
    public long until() {
        return standing.map(LeaderElection::openUntil).orElseGet(System::nanoTime);
    }

    private void end() {
        standing.ifPresent(LeaderElection::close);
        standing = Optional.empty();
    }

    /// Lets the Lease go; takes a few seconds at most.
    synchronized void close() {
        end();
    }
}
