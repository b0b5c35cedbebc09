package io.porterlb.ownership.placement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlacementTest {
    private static final Set<String> ALL = Set.of("a", "b", "c");

    private final SortedMap<IpAddress, Demand> demands = new TreeMap<>();
    private IpAddress next = IpAddress.of("192.0.2.0");

    private IpAddress demand(Set<String> eligible, Optional<String> holder) {
        IpAddress address = next;
        demands.put(address, new Demand(eligible, holder));
        next = next.next();
        return address;
    }

    private Map<String, Long> loads() {
        return Placement.of(demands).values().stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    @Test
    void newAddressesAreSpreadWithinOneOfEven() {
        for (int i = 0; i < 1000; i++) {
            demand(ALL, Optional.empty());
        }
        assertEquals(Map.of("a", 334L, "b", 333L, "c", 333L), loads());
    }

    @Test
    void whoHasAnAddressKeepsItHoweverManyItHas() {
        for (int i = 0; i < 10; i++) {
            demand(ALL, Optional.of("a"));
        }
        assertEquals(Map.of("a", 10L), loads());
    }

    @Test
    void theAddressesOfALostNodeGoToThoseWithTheFewest() {
        for (int i = 0; i < 6; i++) {
            demand(Set.of("a", "b"), Optional.of(i < 2 ? "a" : "gone"));
        }
        assertEquals(Map.of("a", 3L, "b", 3L), loads());
    }

    @Test
    void addressesOfOneSubnetAreSpreadApartFromThoseOfAnother() {
        for (int i = 0; i < 4; i++) {
            demand(Set.of("a"), Optional.empty());
        }
        for (int i = 0; i < 4; i++) {
            demand(Set.of("a", "b"), Optional.empty());
        }
        assertEquals(Map.of("a", 6L, "b", 2L), loads());
    }

    @Test
    void whatNoNodeMayHaveIsNotPlaced() {
        demand(Set.of(), Optional.of("a"));
        assertEquals(Map.of(), loads());
    }

    /// No node has more than its share of addresses that nobody had, of each group with the same eligible nodes.
    @Test
    void inEachGroupTheLoadIsBounded() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            demands.clear();
            for (int i = 0; i < random.nextInt(60); i++) {
                Set<String> eligible =
                        ALL.stream().filter(_ -> random.nextBoolean()).collect(Collectors.toSet());
                demand(eligible, Optional.empty());
            }
            SortedMap<IpAddress, String> placed = Placement.of(demands);
            demands.values().stream()
                    .map(Demand::eligible)
                    .distinct()
                    .forEach(group -> assertBounded(group, placed, seed));
        }
    }

    private void assertBounded(Set<String> group, Map<IpAddress, String> placed, long seed) {
        long all = demands.values().stream()
                .filter(d -> d.eligible().equals(group))
                .count();
        group.forEach(node -> {
            long mine = demands.keySet().stream()
                    .filter(address -> Optional.ofNullable(demands.get(address))
                            .orElseThrow()
                            .eligible()
                            .equals(group))
                    .filter(address -> node.equals(placed.get(address)))
                    .count();
            assertTrue(mine <= (all + group.size() - 1) / group.size(), "seed " + seed);
        });
    }
}
