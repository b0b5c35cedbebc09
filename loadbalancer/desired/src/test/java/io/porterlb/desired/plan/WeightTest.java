package io.porterlb.desired.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Rendezvous hashing: the heaviest node of an address.
class WeightTest {
    private static final int ADDRESSES = 10_000;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    private static String heaviest(IpAddress address, List<String> nodes) {
        return nodes.stream()
                .max(Comparator.comparingLong(node -> Weight.of(address, node)))
                .orElseThrow();
    }

    private static List<String> nodes(int count, int first) {
        return IntStream.range(first, first + count)
                .mapToObj(n -> "node" + n + ".example.com")
                .toList();
    }

    private static List<IpAddress> addresses(IpAddress first) {
        return Stream.iterate(first, IpAddress::next).limit(ADDRESSES).toList();
    }

    private IpAddress anyAddress() {
        return random.nextBoolean()
                ? new IpAddress(IpFamily.V4, 0, random.nextInt() & 0xFFFF_FFFFL)
                : new IpAddress(IpFamily.V6, random.nextLong(), random.nextLong());
    }

    /// Neighbouring addresses and names that differ in a digit are what there is. The bound is five standard
    /// deviations.
    @Test
    void eachNodeIsTheChoiceOfAboutAsManyAddresses() {
        int count = 2 + random.nextInt(30);
        Map<String, Integer> chosen = new HashMap<>();
        List<String> nodes = nodes(count, random.nextInt(1000));
        addresses(anyAddress()).forEach(address -> chosen.merge(heaviest(address, nodes), 1, Integer::sum));
        double fair = (double) ADDRESSES / count;
        double bound = 5 * Math.sqrt(fair * (1 - 1.0 / count));
        nodes.forEach(node -> assertTrue(
                Math.abs(chosen.getOrDefault(node, 0) - fair) < bound,
                () -> "seed " + seed + ": of " + ADDRESSES + " addresses " + fair + " each, but " + chosen));
    }

    @Test
    void whenANodeGoesItsOwnAddressesSpreadOverTheOthersAndNoneElseMoves() {
        List<String> before = nodes(5, random.nextInt(1000));
        String gone = before.get(random.nextInt(5));
        List<String> after = before.stream().filter(node -> !node.equals(gone)).toList();
        Set<String> heirs = new HashSet<>();
        for (IpAddress address : addresses(anyAddress())) {
            String was = heaviest(address, before);
            if (was.equals(gone)) {
                heirs.add(heaviest(address, after));
            } else {
                assertEquals(was, heaviest(address, after), () -> "seed " + seed);
            }
        }
        assertEquals(Set.copyOf(after), heirs, () -> "seed " + seed);
    }

    /// Agents of different versions have to agree while one replaces the other.
    @Test
    void theWeightIsForEver() {
        assertEquals(6_616_621_358_421_630_435L, Weight.of(IpAddress.of("198.51.100.7"), "node1"));
        assertEquals(-2_242_282_355_823_170_949L, Weight.of(IpAddress.of("2001:db8::7"), "node1"));
    }
}
