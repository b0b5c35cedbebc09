package io.porterlb.desired.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.Cluster;
import io.porterlb.desired.Service;
import io.porterlb.desired.allocation.Assignment.Cause;
import io.porterlb.desired.pool.Pools;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.ServiceView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Random histories: whatever happens to a cluster, and wherever the manager stops, nobody loses an address without
/// cause and no address is held twice. A failure prints the seed.
class AllocatorModelTest {
    private static final int HISTORIES = 150;
    private static final int STEPS = 80;

    @Test
    void noHistoryBreaksTheRules() {
        long seed = System.nanoTime();
        for (int i = 0; i < HISTORIES; i++) {
            new History(seed + i).run();
        }
    }

    @Test
    void losingEveryRecordMovesNoAddress() {
        long seed = System.nanoTime();
        for (int i = 0; i < HISTORIES; i++) {
            new History(seed + i).loseRecords();
        }
    }

    private static final class History {
        private final long seed;
        private final Random random;
        private final Cluster cluster = new Cluster();
        private final Manager manager = new Manager(cluster);
        private final Changes changes;

        History(long seed) {
            this.seed = seed;
            random = new Random(seed);
            changes = new Changes(cluster, random);
        }

        void run() {
            for (int step = 0; step < STEPS; step++) {
                changes.next();
                Assignments assignments = allocate("seed " + seed + " step " + step);
                if (random.nextInt(3) == 0) {
                    manager.applySome(assignments, random);
                } else {
                    manager.apply(assignments);
                    manager.apply(allocate("seed " + seed + " again, step " + step)); // some wait for others
                    settled(assignments, "seed " + seed + " after step " + step);
                }
            }
        }

        private Assignments allocate(String context) {
            ClusterView view = cluster.view();
            Assignments assignments = Allocator.allocate(view, AllocatorSettings.DEFAULT);
            new Invariants(view, assignments, context).check();
            assertEquals(assignments, Allocator.allocate(shuffled(view), AllocatorSettings.DEFAULT), context);
            return assignments;
        }

        private ClusterView shuffled(ClusterView view) {
            return new ClusterView(
                    shuffled(view.services()),
                    view.endpoints(),
                    shuffled(view.nodes()),
                    view.namespaces(),
                    shuffled(view.eips()),
                    view.confs(),
                    view.peers(),
                    shuffled(view.records()),
                    view.reports(),
                    view.councils(),
                    view.secrets());
        }

        private <K, V> Map<K, V> shuffled(Map<K, V> map) {
            List<Map.Entry<K, V>> entries = new ArrayList<>(map.entrySet());
            Collections.shuffle(entries, random);
            Map<K, V> result = new LinkedHashMap<>();
            entries.forEach(entry -> result.put(entry.getKey(), entry.getValue()));
            return result;
        }

        /// What the manager has written down stays, unless a request could not be fulfilled before. Who joins one that
        /// has changed and is left alone, its namespace being unknown, has to wait.
        private void settled(Assignments before, String context) {
            Assignments after = allocate(context);
            Pools pools = Pools.of(cluster.view().eips());
            before.services().forEach((key, assignment) -> {
                if (assignment instanceof Assignment.Held held && (recorded(key, held) || !anyLeftAlone(after))) {
                    Assignment.Held now = assertInstanceOf(
                            Assignment.Held.class, after.services().get(key), context);
                    List<Holding> fulfilled = held.holdings().stream()
                            .filter(holding -> fulfilled(key, holding, pools))
                            .toList();
                    fulfilled.forEach(holding -> stays(key, holding, now, context));
                    if (fulfilled.equals(held.holdings())) {
                        assertEquals(List.of(), now.surplus(), context);
                    }
                }
            });
            assertEquals(List.of(), after.orphans(), context);
        }

        private void stays(ServiceKey key, Holding then, Assignment.Held held, String context) {
            Holding now = held.holdings().stream()
                    .filter(holding -> holding.address().equals(then.address()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(key + " has lost " + then + ", " + context));
            assertEquals(Cause.KEPT, now.cause(), context);
            assertTrue(recorded(key, now), () -> key + " is not recorded as it is, " + context);
        }

        private boolean recorded(ServiceKey key, Assignment.Held held) {
            ServiceView service =
                    Objects.requireNonNull(cluster.services.get(key)).view();
            return held.addresses().stream()
                    .map(cluster.records::get)
                    .allMatch(record -> record != null && record.names(service));
        }

        private static boolean anyLeftAlone(Assignments assignments) {
            return assignments.services().containsValue(new Assignment.LeftAlone(Optional.empty()));
        }

        private boolean recorded(ServiceKey key, Holding holding) {
            AddressRecord record = cluster.records.get(holding.address());
            Service service = Objects.requireNonNull(cluster.services.get(key));
            return record != null && record.owners().contains(SharingTerms.owner(service.view()));
        }

        private boolean fulfilled(ServiceKey key, Holding holding, Pools pools) {
            ServiceView service =
                    Objects.requireNonNull(cluster.services.get(key)).view();
            return Wish.of(service, holding.address().family(), pools)
                    .satisfiedBy(holding.address(), holding.eip(), pools);
        }

        void loseRecords() {
            cluster.eip("e", "192.0.2.0/27");
            cluster.eip("six", "2001:db8::/122");
            for (int i = 0; i < 20; i++) {
                changes.chooseFamilies(cluster.service("default/s" + i));
            }
            manager.apply(allocate("seed " + seed));
            for (int i = 0; i < 10; i++) {
                cluster.services.remove(Cluster.key("default/s" + random.nextInt(20)));
            }
            manager.apply(allocate("seed " + seed));
            Map<ServiceKey, List<IpAddress>> before = addresses(allocate("seed " + seed));
            cluster.records.clear();
            for (int i = 0; i < 10; i++) { // they are waiting for an address when the new leader comes
                changes.chooseFamilies(cluster.service("a/new" + i));
            }
            Map<ServiceKey, List<IpAddress>> after = addresses(allocate("seed " + seed));
            before.forEach((key, addresses) -> assertEquals(addresses, after.get(key), () -> key + " seed " + seed));
        }

        private static Map<ServiceKey, List<IpAddress>> addresses(Assignments assignments) {
            Map<ServiceKey, List<IpAddress>> addresses = new HashMap<>();
            assignments.services().forEach((key, assignment) -> {
                if (assignment instanceof Assignment.Held held) {
                    addresses.put(key, held.addresses());
                }
            });
            return addresses;
        }
    }
}
