package io.porterlb.manager.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.manager.AService;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssumptionsTest {
    private static final ServiceView WEB = AService.NEW.view();
    private static final IpAddress ADDRESS = IpAddress.of("198.51.100.7");

    private static AddressRecord record(ServiceKey service) {
        return new AddressRecord(ADDRESS, "pool", List.of(new AddressRecord.Owner(service, "uid")), Instant.EPOCH);
    }

    @Test
    void addressOnItsWayCountsAsTaken() {
        Assumptions assumptions = new Assumptions();
        assumptions.begin(WEB, List.of(record(AService.KEY)));
        ClusterView view = assumptions.snapshot().over(ClusterView.EMPTY);
        assertEquals(Map.of(ADDRESS, record(AService.KEY)), view.records());
        assertTrue(assumptions.snapshot().has(WEB));
    }

    @Test
    void snapshotStaysAsItWasWhenTheWorkEnds() {
        Assumptions assumptions = new Assumptions();
        assumptions.begin(WEB, List.of(record(AService.KEY)));
        Assumptions.Snapshot before = assumptions.snapshot();
        assumptions.end(AService.KEY);
        assertTrue(before.has(WEB));
        assertFalse(assumptions.snapshot().has(WEB));
        assertEquals(ClusterView.EMPTY, assumptions.snapshot().over(ClusterView.EMPTY));
    }

    @Test
    void storedRecordWinsOverTheAssumedOne() {
        ServiceKey other = new ServiceKey("default", "other");
        ClusterView stored = ClusterView.EMPTY.withRecords(Map.of(ADDRESS, record(other)));
        Assumptions assumptions = new Assumptions();
        assumptions.begin(WEB, List.of(record(AService.KEY)));
        assertEquals(
                record(other), assumptions.snapshot().over(stored).records().get(ADDRESS));
    }

    @Test
    void endedSinceTellsThatARoundSkippedSomethingThatIsDue() {
        Assumptions assumptions = new Assumptions();
        assumptions.begin(WEB, List.of(record(AService.KEY)));
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
