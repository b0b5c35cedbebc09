package io.porterlb.desired.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.address.AddressRange;
import io.porterlb.address.IpAddress;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AddressRunsTest {
    @Test
    void findsTheFirstMissingAddressAsAWalkWould() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        AddressRange all = range("255.255.255.192", "255.255.255.255"); // the end of a family is the hard part
        for (int round = 0; round < 200; round++) {
            AddressRuns runs = new AddressRuns();
            Set<IpAddress> present = new HashSet<>();
            for (int i = 0; i < 70; i++) {
                IpAddress address = new IpAddress(all.family(), 0, all.first().low() + random.nextInt(64));
                runs.add(address);
                present.add(address);
                AddressRange part = new AddressRange(address, all.last());
                assertEquals(walk(part, present), runs.firstMissing(part), "seed " + seed);
                assertEquals(walk(all, present), runs.firstMissing(all), "seed " + seed);
            }
        }
    }

    private static Optional<IpAddress> walk(AddressRange range, Set<IpAddress> present) {
        for (IpAddress address : range) {
            if (!present.contains(address)) {
                return Optional.of(address);
            }
        }
        return Optional.empty();
    }

    @Test
    void theFamiliesDoNotTouch() {
        AddressRuns runs = new AddressRuns();
        runs.add(IpAddress.of("255.255.255.255"));
        runs.add(IpAddress.of("::"));
        runs.add(IpAddress.of("0.0.0.0"));
        assertEquals(Optional.empty(), runs.firstMissing(range("255.255.255.255", "255.255.255.255")));
        assertEquals(Optional.of(IpAddress.of("::1")), runs.firstMissing(range("::", "::9")));
        assertEquals(Optional.of(IpAddress.of("0.0.0.1")), runs.firstMissing(range("0.0.0.0", "0.0.0.9")));
    }

    private static AddressRange range(String first, String last) {
        return new AddressRange(IpAddress.of(first), IpAddress.of(last));
    }
}
