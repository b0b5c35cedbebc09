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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

    @Test
    void thoseWhoTakeOneAddressTogetherBothCount() {
        ServiceView second = AService.NEW.withUid("uid-3").view();
        Taking joining = new Taking(
                ADDRESS,
                "pool",
                new Owner(new ServiceKey("default", "third"), "uid-3", ""),
                Set.of(
                        OTHER,
                        AService.NEW.owner(),
                        AService.NEW.withUid("uid-3").owner()));
        Assumptions.Snapshot snapshot = new Assumptions.Snapshot(
                Map.of(
                        AService.KEY,
                        new Assumptions.Pending(WEB, List.of(AService.NEW.taking(ADDRESS, joining.owner())), false),
                        joining.owner().service(),
                        new Assumptions.Pending(second, List.of(joining), false)),
                0);
        AddressRecord record = snapshot.over(ClusterView.EMPTY).records().get(ADDRESS);
        assertEquals(
                Set.of(AService.NEW.owner(), joining.owner()),
                Set.copyOf(Objects.requireNonNull(record).owners()));
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
