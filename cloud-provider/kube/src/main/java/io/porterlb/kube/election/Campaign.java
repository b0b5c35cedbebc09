package io.porterlb.kube.election;

import io.porterlb.kube.KubeException;
import io.porterlb.kube.WriteResult;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Does what a [Candidate] decides, until it has led and lost, or its thread is interrupted.
final class Campaign implements Runnable {
    private static final Logger LOG = System.getLogger(Campaign.class.getName());

    private final LeaseClient client;
    private final String identity;
    private final LeaseTerms terms;
    private final Outcome outcome;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean news;

    /// What comes of it, on the campaign's thread.
    interface Outcome {
        /// It has the Lease, and may write until then (as of [System#nanoTime]).
        void renewed(long openUntil);

        void lost();
    }

    Campaign(LeaseClient client, String identity, LeaseTerms terms, Outcome outcome) {
        this.client = client;
        this.identity = identity;
        this.terms = terms;
        this.outcome = outcome;
    }

    /// The Lease may have changed. Any thread.
    void wake() {
        lock.lock();
        try {
            news = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void run() {
        try {
            Candidate candidate = Candidate.start(identity, terms, firstLook(), System.nanoTime());
            while (true) {
                candidate = candidate.sees(client.latest(), System.nanoTime());
                switch (candidate.decide(System.nanoTime())) {
                    case Decision.Wait(long until) -> await(until);
                    case Decision.Write(Claim claim) -> candidate = write(candidate, claim);
                    case Decision.Lost() -> {
                        outcome.lost();
                        return;
                    }
                }
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
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, said(e) + " Trying again until it works.");
            return false;
        }
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
            outcome.renewed(leader.openUntil());
            return leader;
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("closed");
        }
        return candidate.failed(System.nanoTime(), ThreadLocalRandom.current().nextDouble());
    }

    private boolean tryWrite(Claim claim) {
        try {
            return taken(client.write(claim));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, said(e));
            return false;
        }
    }

    /// The client throws others too, as for a token file that can't be read just now. None may end the campaign.
    private static String said(RuntimeException e) {
        return e instanceof KubeException ? String.valueOf(e.getMessage()) : e.toString();
    }

    /// Where somebody else was faster, the Lease is read, in case that the watch is late or broken.
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
}
