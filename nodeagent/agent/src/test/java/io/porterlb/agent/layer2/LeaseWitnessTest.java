package io.porterlb.agent.layer2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.kube.WriteResult;
import io.porterlb.kube.election.Claim;
import io.porterlb.kube.election.LeaderElection;
import io.porterlb.kube.election.Lease;
import io.porterlb.kube.election.LeaseClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// With a mock of the Lease, as losing one at the right moment takes more than an API server.
class LeaseWitnessTest {
    private final List<MockLease> leases = new ArrayList<>();
    private final CountDownLatch twice = new CountDownLatch(2);
    private final LeaseWitness witness = new LeaseWitness(this::election);

    private synchronized LeaderElection election() {
        MockLease lease = new MockLease();
        leases.add(lease);
        twice.countDown();
        return new LeaderElection(lease, "n1", LeaseWitness.TERMS);
    }

    @AfterEach
    void close() {
        witness.close();
    }

    private static void await(MockLease lease) throws InterruptedException {
        lease.held.await();
    }

    @Test
    void nobodyStandsForItUntilTheCouncilAsks() {
        witness.follow(false);
        assertEquals(0, leases.size());
        assertTrue(witness.until() - System.nanoTime() <= 0);
    }

    @Test
    void whoHoldsTheLeaseHasTheWordForLessThanItLasts() throws InterruptedException {
        witness.follow(true);
        witness.follow(true);
        assertEquals(1, leases.size());
        await(leases.getFirst());
        while (witness.until() - System.nanoTime() <= 0) {
            Thread.onSpinWait();
        }
        long rest = witness.until() - System.nanoTime();
        assertTrue(rest <= LeaseWitness.TERMS.renewDeadline().toNanos());
    }

    @Test
    void itIsLetGoWhenTheCouncilAsksNoMore() throws InterruptedException {
        witness.follow(true);
        await(leases.getFirst());
        witness.follow(false);
        assertEquals("", leases.getFirst().latest().holder());
        assertTrue(witness.until() - System.nanoTime() <= 0);
    }

    @Test
    void aNodeThatHasLostItStandsAgain() throws InterruptedException {
        witness.follow(true);
        await(leases.getFirst());
        leases.getFirst().takenBy("n2");
        twice.await();
        assertEquals(2, leases.size());
    }

    /// One that nobody else asks for, unless the test takes it away.
    private static final class MockLease implements LeaseClient {
        private final CountDownLatch held = new CountDownLatch(1);
        private final AtomicInteger version = new AtomicInteger();
        private volatile Lease lease = Lease.NONE;
        private volatile Runnable onChange = () -> {};

        @Override
        public void watch(Runnable told) {
            onChange = told;
        }

        @Override
        public Lease latest() {
            return lease;
        }

        @Override
        public WriteResult read() {
            return lease.version().isEmpty()
                    ? new WriteResult.NotFound("none")
                    : new WriteResult.Written(lease.version());
        }

        @Override
        public WriteResult write(Claim claim) {
            if (!claim.over().version().equals(lease.version())) {
                return new WriteResult.Conflict("somebody else has written");
            }
            lease = new Lease(
                    Integer.toString(version.incrementAndGet()), claim.holder(), claim.duration(), claim.transitions());
            held.countDown();
            return new WriteResult.Written(lease.version());
        }

        void takenBy(String other) {
            lease = new Lease(Integer.toString(version.incrementAndGet()), other, LeaseWitness.TERMS.lease(), 1);
            onChange.run();
        }

        @Override
        public void say(String message) {}

        @Override
        public void close() {}
    }
}
