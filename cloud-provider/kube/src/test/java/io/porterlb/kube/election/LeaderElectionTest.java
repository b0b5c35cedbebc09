package io.porterlb.kube.election;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.kube.WriteResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The election as it runs, with a Lease in memory.
class LeaderElectionTest {
    /// So long that whatever happens within a test is by no timer.
    private static final LeaseTerms HOUR =
            new LeaseTerms(Duration.ofHours(1), Duration.ofMinutes(50), Duration.ofMinutes(40));

    private static final LeaseTerms SHORT =
            new LeaseTerms(Duration.ofSeconds(1), Duration.ofMillis(300), Duration.ofMillis(50));

    private final StoredLease lease = new StoredLease();
    private final List<Runnable> watches = new CopyOnWriteArrayList<>();
    private final AtomicBoolean refuses = new AtomicBoolean();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private volatile Runnable beforeWrite = () -> {};
    private volatile Runnable beforeRead = () -> {};
    private volatile Runnable beforeLook = () -> {};

    private final class Client implements LeaseClient {
        @Override
        public void watch(Runnable onChange) {
            watches.add(onChange);
        }

        @Override
        public Lease latest() {
            beforeLook.run();
            synchronized (lease) {
                return lease.read();
            }
        }

        @Override
        public WriteResult read() {
            beforeRead.run();
            return new WriteResult.Written("");
        }

        @Override
        public WriteResult write(Claim claim) {
            beforeWrite.run();
            synchronized (lease) {
                if (refuses.get() || !lease.write(claim)) {
                    return new WriteResult.Conflict("somebody was faster");
                }
            }
            watches.forEach(Runnable::run);
            return new WriteResult.Written("");
        }

        @Override
        public void say(String message) {
            said.add(message);
        }

        @Override
        public void close() {}
    }

    private static final class Hears implements LeaderElection.Listener {
        private final CountDownLatch leads = new CountDownLatch(1);
        private final CountDownLatch again = new CountDownLatch(2);
        private final CountDownLatch lost = new CountDownLatch(1);

        @Override
        public void leads() {
            leads.countDown();
            again.countDown();
        }

        @Override
        public void lost() {
            lost.countDown();
        }
    }

    @Test
    void theGateIsClosedBeforeItLeadsAndAfterItEnded() throws InterruptedException {
        LeaderElection election = new LeaderElection(new Client(), "a", HOUR);
        assertFalse(election.isOpen());
        Hears hears = new Hears();
        election.start(hears);
        hears.leads.await();
        assertTrue(election.isOpen());
        election.closeGate();
        assertFalse(election.isOpen());
        assertEquals("a", lease.read().holder());
        election.close();
        assertEquals("", lease.read().holder());
        assertEquals(List.of("a became leader", "a stopped leading"), said);
    }

    @Test
    void whoWaitsIsInAsSoonAsTheLeaderHasEnded() throws InterruptedException {
        List<LeaderElection> elections = new ArrayList<>();
        List<Hears> listeners = new ArrayList<>();
        for (String name : List.of("a", "b")) {
            LeaderElection election = new LeaderElection(new Client(), name, HOUR);
            Hears hears = new Hears();
            election.start(hears);
            elections.add(election);
            listeners.add(hears);
            listeners.getFirst().leads.await();
        }
        elections.getFirst().close();
        listeners.getLast().leads.await();
        assertTrue(elections.getLast().isOpen());
        elections.getLast().close();
    }

    @Test
    void aLeaderWhoseRenewalsFailHasLostAndLeavesTheLeaseAlone() throws InterruptedException {
        LeaderElection election = new LeaderElection(new Client(), "a", SHORT);
        Hears hears = new Hears();
        election.start(hears);
        hears.leads.await();
        refuses.set(true);
        hears.lost.await();
        assertFalse(election.isOpen());
        assertTrue(election.isLost());
        refuses.set(false);
        election.close();
        assertEquals("a", lease.read().holder());
    }

    /// What was seen while the gate was shut is not done; nothing else would have it looked at again.
    @Test
    void aGateThatALateRenewalOpensAgainIsToldAnew() throws InterruptedException {
        LeaseTerms terms = new LeaseTerms(Duration.ofHours(1), Duration.ofSeconds(2), Duration.ofSeconds(1));
        LeaderElection election = new LeaderElection(new Client(), "a", terms);
        Hears hears = new Hears();
        election.start(hears);
        hears.leads.await();
        beforeWrite = () -> {
            while (election.isOpen()) {
                LockSupport.parkNanos(1_000_000);
            }
            beforeWrite = () -> {};
        };
        assertTrue(hears.again.await(30, TimeUnit.SECONDS));
        assertTrue(election.isOpen());
        assertEquals(List.of("a became leader"), said);
        election.close();
    }

    /// As the Kubernetes client does where the file of its token can't be read.
    @Test
    void aClientThatThrowsDoesNotEndTheElection() throws InterruptedException {
        beforeRead = () -> {
            beforeRead = () -> {};
            throw new IllegalStateException("no token to read with");
        };
        beforeWrite = () -> {
            beforeWrite = () -> {};
            throw new IllegalStateException("no token to write with");
        };
        LeaderElection election = new LeaderElection(new Client(), "a", SHORT);
        Hears hears = new Hears();
        election.start(hears);
        assertTrue(hears.leads.await(30, TimeUnit.SECONDS));
        election.close();
    }

    @Test
    @Timeout(30)
    void anElectionWhoseThreadHasDiedIsNotWell() {
        beforeLook = () -> {
            throw new AssertionError("planted by a test");
        };
        LeaderElection election = new LeaderElection(new Client(), "a", HOUR);
        election.start(new Hears());
        while (election.trouble().isEmpty()) {
            LockSupport.parkNanos(1_000_000);
        }
        assertFalse(election.isLost());
    }

    @Test
    void theLeaseIsLetGoThoughARenewalCameInBetween() throws InterruptedException {
        LeaderElection election = new LeaderElection(new Client(), "a", HOUR);
        Hears hears = new Hears();
        election.start(hears);
        hears.leads.await();
        beforeWrite = () -> {
            beforeWrite = () -> {};
            assertTrue(lease.write(new Claim(lease.read(), "a", Duration.ofHours(1), false)));
        };
        election.close();
        assertEquals("", lease.read().holder());
    }

    @Test
    void whoWasClosedStandsForNoElection() {
        LeaderElection election = new LeaderElection(new Client(), "a", HOUR);
        election.close();
        election.start(new Hears());
        assertEquals(List.of(), watches);
    }

    @Test
    void whoFollowsIsWell() {
        LeaderElection election = new LeaderElection(new Client(), "a", HOUR);
        assertEquals(Optional.empty(), election.trouble());
        assertFalse(election.isLost());
    }
}
