package io.porterlb.manager.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.allocation.Taking;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.AddressRecord.Owner;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.manager.AService;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AssumptionsTest {
    private static final ServiceView WEB = AService.NEW.view();
    private static final IpAddress ADDRESS = IpAddress.of("198.51.100.7");

    private static final Taking TAKING = AService.NEW.taking(ADDRESS);
    private static final Owner OTHER = new Owner(new ServiceKey("default", "other"), "uid-2", "");

    private static AddressRecord record(Owner... owners) {
        return new AddressRecord(ADDRESS, "pool", List.of(owners), Instant.EPOCH);
    }

    @Test
    void addressOnItsWayCountsAsTaken() {
        Assumptions assumptions = new Assumptions();
        assumptions.begin(WEB, List.of(TAKING));
        ClusterView view = assumptions.snapshot().over(ClusterView.EMPTY);
        assertEquals(Map.of(ADDRESS, record(AService.NEW.owner())), view.records());
        assertTrue(assumptions.snapshot().has(WEB));
    }

    @Test
    void snapshotStaysAsItWasWhenTheWorkEnds() {
        Assumptions assumptions = new Assumptions();
        assumptions.begin(WEB, List.of(TAKING));
        Assumptions.Snapshot before = assumptions.snapshot();
        assumptions.end(AService.KEY);
        assertTrue(before.has(WEB));
        assertFalse(assumptions.snapshot().has(WEB));
        assertEquals(ClusterView.EMPTY, assumptions.snapshot().over(ClusterView.EMPTY));
    }

    @Test
    void storedRecordWinsOverTheAssumedOne() {
        ClusterView stored = ClusterView.EMPTY.withRecords(Map.of(ADDRESS, record(OTHER)));
        Assumptions assumptions = new Assumptions();
        assumptions.begin(WEB, List.of(TAKING));
        assertEquals(
                record(OTHER), assumptions.snapshot().over(stored).records().get(ADDRESS));
    }

    @Test
    void whoJoinsAStoredRecordCountsAsThere() {
        ClusterView stored = ClusterView.EMPTY.withRecords(Map.of(ADDRESS, record(OTHER)));
        Assumptions assumptions = new Assumptions();
        assumptions.begin(WEB, List.of(AService.NEW.taking(ADDRESS, OTHER)));
        assertEquals(
                record(OTHER, AService.NEW.owner()),
                assumptions.snapshot().over(stored).records().get(ADDRESS));
    }

    /// Each was decided on beside those before it, and knows nothing of those after it; the snapshot has no order.
    @Test
    void thoseWhoComeToOneAddressOneAfterTheOtherAllCount() {
        Assumptions assumptions = new Assumptions();
        List<Owner> owners = beginOneAfterTheOther(assumptions, Set.of());
        assertEquals(Set.copyOf(owners), owners(assumptions, ClusterView.EMPTY));
    }

    @Test
    void thoseWhoJoinAStoredRecordOneAfterTheOtherAllCount() {
        Assumptions assumptions = new Assumptions();
        Set<Owner> owners = new HashSet<>(beginOneAfterTheOther(assumptions, Set.of(OTHER)));
        owners.add(OTHER);
        assertEquals(owners, owners(assumptions, ClusterView.EMPTY.withRecords(Map.of(ADDRESS, record(OTHER)))));
    }

    private static List<Owner> beginOneAfterTheOther(Assumptions assumptions, Set<Owner> before) {
        Set<Owner> company = new HashSet<>(before);
        List<Owner> owners = IntStream.range(0, 10)
                .mapToObj(i -> new Owner(new ServiceKey("default", "s" + i), "uid-s" + i, ""))
                .toList();
        for (Owner owner : owners) {
            company.add(owner);
            assumptions.begin(
                    AService.NEW.withUid(owner.uid()).view(owner.service()),
                    List.of(new Taking(ADDRESS, "pool", owner, company)));
        }
        return owners;
    }

    private static Set<Owner> owners(Assumptions assumptions, ClusterView view) {
        AddressRecord record = assumptions.snapshot().over(view).records().get(ADDRESS);
        return Set.copyOf(Objects.requireNonNull(record).owners());
    }

    @Test
    void endedSinceTellsThatARoundSkippedSomethingThatIsDue() {
        Assumptions assumptions = new Assumptions();
        assumptions.begin(WEB, List.of(TAKING));
        Assumptions.Snapshot before = assumptions.snapshot();
        assertFalse(assumptions.endedSince(before));
        assumptions.end(AService.KEY);
        assertTrue(assumptions.endedSince(before));
        assertFalse(assumptions.endedSince(assumptions.snapshot()));
    }

    @Test
    void aServiceThatHasChangedDoesNotWaitForTheNextTryOfWhatFailed() {
        ServiceView changed = AService.NEW.showing("192.0.2.1").view();
        Assumptions assumptions = new Assumptions();
        assumptions.begin(WEB, List.of());
        assertTrue(assumptions.snapshot().has(changed));
        assumptions.failed(AService.KEY);
        assertFalse(assumptions.snapshot().has(changed));
        assertTrue(assumptions.snapshot().has(WEB));
        assumptions.tryAgain(AService.KEY);
        assertTrue(assumptions.snapshot().has(changed));
    }
}
