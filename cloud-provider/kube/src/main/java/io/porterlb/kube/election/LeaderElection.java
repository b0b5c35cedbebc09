package io.porterlb.kube.election;

import io.porterlb.kube.KubeException;
import io.porterlb.kube.WriteGate;
import io.porterlb.kube.WriteResult;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Runs a [Candidate] against the real Lease, on a virtual thread of its own, until it has led and lost, or is
/// closed. Its gate is open as long as it leads by its own clock: a process that was stopped or cut off finds
/// it closed, before anybody tells it so. (A machine that was suspended as a whole does not see the time pass,
/// `CLOCK_MONOTONIC`: its late writes are refused by their preconditions.)
public final class LeaderElection implements WriteGate, AutoCloseable {
    private static final Logger LOG = System.getLogger(LeaderElection.class.getName());

    /// How much longer than a term a leader that hangs is given, before it counts as not well
    /// (`k8s.io/cloud-provider/app`, `NewLeaderHealthzAdaptor`).
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final LeaseClient client;
    private final String identity;
    private final LeaseTerms terms;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean news;
    private volatile boolean leads;
    private volatile boolean lost;
    private volatile boolean closed;
    private volatile long openUntil;
    private final Thread thread = Thread.ofVirtual().name("election").unstarted(this::run);
    private Listener listener = Listener.NONE; // set before the thread starts

    /// What comes of an election, on its thread. Calls must be brief.
    public interface Listener {
        /// Nobody wants to know.
        Listener NONE = new Listener() {
            @Override
            public void leads() {}

            @Override
            public void lost() {}
        };

        /// This process leads: the gate is open.
        void leads();

        /// This process has led and does not any more: the gate is closed for good.
        void lost();
    }

    /// Its gate is closed.
    ///
    /// @param client is closed with this
    /// @param identity of this process, unlike that of any other
    public LeaderElection(LeaseClient client, String identity, LeaseTerms terms) {
        this.client = client;
        this.identity = identity;
        this.terms = terms;
    }

    /// Stands for election from now on; once.
    public void start(Listener hears) {
        listener = hears;
        client.watch(this::wake);
        thread.start();
    }

    @Override
    public boolean isOpen() {
        return leads && !closed && System.nanoTime() - openUntil < 0;
    }

    /// Whether it has led and lost, which nothing can mend but a new process.
    public boolean isLost() {
        return lost;
    }

    /// What is not well, as a sentence: only that it thinks it leads and its term is long over. A follower is
    /// well.
    public Optional<String> trouble() {
        Duration over = Duration.ofNanos(System.nanoTime() - openUntil);
        Duration limit = terms.lease().minus(terms.renewDeadline()).plus(PATIENCE);
        return leads && over.compareTo(limit) > 0
                ? Optional.of("The Lease was to be renewed " + over.toSeconds() + " s ago, and was not.")
                : Optional.empty();
    }

    private void wake() {
        lock.lock();
        try {
            news = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            Candidate candidate = Candidate.start(identity, terms, firstLook(), System.nanoTime());
            while (!lost) {
                candidate = step(candidate.sees(client.latest(), System.nanoTime()));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    /// A candidate that knows nothing of the Lease would take it for free.
    private Lease firstLook() throws InterruptedException {
        while (!tryRead()) {
            Thread.sleep(terms.retryPeriod());
        }
        return client.latest();
    }

    private boolean tryRead() {
        try {
            client.read();
            return true;
        } catch (KubeException e) {
            LOG.log(Level.WARNING, e.getMessage() + " Trying again until it works.");
            return false;
        }
    }

    private Candidate step(Candidate candidate) throws InterruptedException {
        switch (candidate.decide(System.nanoTime())) {
            case Decision.Wait(long until) -> await(until);
            case Decision.Write(Claim claim) -> {
                return write(candidate, claim);
            }
            case Decision.Lost() -> lose();
        }
        return candidate;
    }

    private void await(long until) throws InterruptedException {
        lock.lock();
        try {
            long left = until - System.nanoTime();
            while (!news && left > 0) {
                left = changed.awaitNanos(left);
            }
            news = false;
        } finally {
            lock.unlock();
        }
    }

    private Candidate write(Candidate candidate, Claim claim) throws InterruptedException {
        long begun = System.nanoTime();
        if (tryWrite(claim)) {
            Candidate leader = candidate.wrote(client.latest(), begun, System.nanoTime());
            open(leader);
            return leader;
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("closed");
        }
        return candidate.failed(System.nanoTime(), ThreadLocalRandom.current().nextDouble());
    }

    /// Where somebody else was faster, the Lease is read, in case that the watch is late or broken.
    private boolean tryWrite(Claim claim) {
        try {
            return taken(client.write(claim));
        } catch (KubeException e) {
            LOG.log(Level.WARNING, e.getMessage());
            return false;
        }
    }

    private boolean taken(WriteResult result) {
        switch (result) {
            case WriteResult.Written _ -> {
                return true;
            }
            case WriteResult.Conflict _, WriteResult.AlreadyExists _, WriteResult.Deleted _ -> {}
            case WriteResult.NotFound(String message) -> LOG.log(Level.WARNING, message);
            case WriteResult.Refused(String message) -> LOG.log(Level.WARNING, message);
        }
        client.read();
        return false;
    }

    private void open(Candidate leader) {
        openUntil = leader.openUntil();
        if (!leads) {
            leads = true;
            LOG.log(Level.INFO, identity + " became leader.");
            client.say(identity + " became leader");
            listener.leads();
        }
    }

    private void lose() {
        leads = false;
        lost = true;
        LOG.log(
                Level.ERROR,
                identity + " stopped leading: its Lease was not renewed in time, or somebody else has it.");
        client.say(identity + " stopped leading");
        listener.lost();
    }

    /// Closes the gate at once: nothing is written from here on, and nobody is told. [#close] then lets the
    /// Lease go.
    public void closeGate() {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Closes the gate, and if the Lease is still its own, lets it go: another candidate has it at once. Blocks
    /// for a few seconds at most. Any thread, once.
    @Override
    public void close() {
        closeGate();
        try {
            release();
        } catch (KubeException e) {
            LOG.log(Level.WARNING, e.getMessage() + " Others have to wait for its end.");
        } finally {
            client.close();
        }
    }

    /// Reads it first: a renewal may just have been on its way.
    private void release() {
        boolean read = !lost && client.read() instanceof WriteResult.Written;
        if (read && client.latest().isHeldBy(identity)) {
            client.say(identity + " stopped leading");
            client.write(new Claim(client.latest(), "", Duration.ofSeconds(1), false));
        }
    }
}
