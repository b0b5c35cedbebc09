package io.porterlb.kube.election;

import io.porterlb.kube.KubeException;
import io.porterlb.kube.WriteGate;
import io.porterlb.kube.WriteResult;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/// Stands for election, on a virtual thread of its own, until it has led and lost, or is closed. Its gate is
/// open as long as it leads by its own clock: a process that was stopped or cut off finds it closed, before
/// anybody tells it so. (A machine that was suspended as a whole does not see the time pass, `CLOCK_MONOTONIC`:
/// its late writes are refused by their preconditions.)
public final class LeaderElection implements WriteGate, AutoCloseable {
    private static final Logger LOG = System.getLogger(LeaderElection.class.getName());

    /// How much longer than a term a leader that hangs is given, before it counts as not well
    /// (`k8s.io/cloud-provider/app`, `NewLeaderHealthzAdaptor`).
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final LeaseClient client;
    private final String identity;
    private final LeaseTerms terms;
    private final Campaign campaign;
    private final Thread thread;
    private volatile Optional<Listener> listener = Optional.empty();
    private volatile State state = State.FOLLOWS;
    private volatile long openUntil;
    private volatile boolean closed;

    private enum State {
        FOLLOWS,
        LEADS,
        LOST
    }

    /// What comes of an election, on its thread. Calls must be brief.
    public interface Listener {
        /// This process leads: the gate is open, for the first time or again. While a renewal was late it was shut,
        /// and what was left undone is to be looked at once more.
        void leads();

        /// This process has led and does not any more: the gate is closed for good.
        void lost();
    }

    /// Its gate is closed until it is started.
    ///
    /// @param client is closed with this
    /// @param identity of this process, unlike that of any other
    public LeaderElection(LeaseClient client, String identity, LeaseTerms terms) {
        this.client = client;
        this.identity = identity;
        this.terms = terms;
        this.campaign = new Campaign(client, identity, terms, new Result());
        this.thread = Thread.ofVirtual().name("election").unstarted(campaign);
    }

    /// Begins; once. Does nothing where it was closed before, as by a signal during the start of a program.
    public synchronized void start(Listener hears) {
        if (closed) {
            return;
        }
        listener = Optional.of(hears);
        client.watch(campaign::wake);
        thread.start();
    }

    @Override
    public boolean isOpen() {
        return state == State.LEADS && !closed && System.nanoTime() - openUntil < 0;
    }

    /// Until when the gate is open, in [System#nanoTime], if nothing is renewed; in the past if it is shut.
    public long openUntil() {
        return isOpen() ? openUntil : System.nanoTime();
    }

    /// Whether it has led and lost, which nothing can mend but a new process.
    public boolean isLost() {
        return state == State.LOST;
    }

    /// What is not well, as a sentence: that it thinks it leads and its term is long over, or that it no longer
    /// stands for election though it has not lost. A follower is well.
    public Optional<String> trouble() {
        if (thread.getState() == Thread.State.TERMINATED && !isLost() && !closed) {
            return Optional.of("The thread of the election has ended, by a fault that the log tells.");
        }
        Duration over = Duration.ofNanos(System.nanoTime() - openUntil);
        Duration limit = terms.lease().minus(terms.renewDeadline()).plus(PATIENCE);
        return state == State.LEADS && over.compareTo(limit) > 0
                ? Optional.of("The Lease was to be renewed " + over.toSeconds() + " s ago, and was not.")
                : Optional.empty();
    }

    /// Closes the gate at once: nothing is written from here on, and nobody is told. [#close] then lets the
    /// Lease go. Waits until the thread has ended.
    public void closeGate() {
        end();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void end() {
        closed = true;
        thread.interrupt();
    }

    /// Closes the gate, and lets the Lease go if it is still its own: another candidate has it at once. Blocks
    /// for a few seconds at most. Any thread, once.
    @Override
    public void close() {
        closeGate();
        try {
            if (!isLost()) {
                release();
            }
        } catch (KubeException e) {
            LOG.log(Level.WARNING, e.getMessage() + " Others have to wait for its end.");
        } finally {
            client.close();
        }
    }

    /// Once more where a renewal was still on its way, and came in between.
    private void release() {
        if (holds()) {
            client.say(identity + " stopped leading");
            if (letGo() instanceof WriteResult.Conflict && holds()) {
                letGo();
            }
        }
    }

    private boolean holds() {
        return client.read() instanceof WriteResult.Written && client.latest().isHeldBy(identity);
    }

    private WriteResult letGo() {
        return client.write(new Claim(client.latest(), "", Duration.ofSeconds(1), false));
    }

    /// What the campaign brings becomes the state.
    private final class Result implements Campaign.Outcome {
        @Override
        public void renewed(long until) {
            boolean first = state == State.FOLLOWS;
            long before = openUntil;
            openUntil = until;
            if (first) {
                state = State.LEADS;
                LOG.log(Level.INFO, identity + " became leader.");
                client.say(identity + " became leader");
            }
            if (isOpen() && (first || System.nanoTime() - before >= 0)) { // asked after: it may have shut just now
                listener.ifPresent(Listener::leads);
            }
        }

        @Override
        public void lost() {
            state = State.LOST;
            LOG.log(
                    Level.ERROR,
                    identity + " stopped leading: its Lease was not renewed in time, or somebody else has it.");
            client.say(identity + " stopped leading");
            listener.ifPresent(Listener::lost);
        }
    }
}
