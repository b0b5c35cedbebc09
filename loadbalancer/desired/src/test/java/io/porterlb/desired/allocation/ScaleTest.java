package io.porterlb.desired.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.desired.Cluster;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.IpFamilyPolicy;
import io.porterlb.desired.view.ServiceKey;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Sizes at which walking over addresses or comparing Services with each other would not end in a test's time.
class ScaleTest {
    private static final int SERVICES = 10_000;

    @Test
    void tenThousandServicesGetAnAddressAndKeepIt() {
        Cluster cluster = new Cluster();
        cluster.eip("a", "10.0.0.0/18");
        create(cluster);
        Assignments first = Allocator.allocate(cluster.view(), AllocatorSettings.DEFAULT);
        new Manager(cluster).apply(first);
        Assignments second = Allocator.allocate(cluster.view(), AllocatorSettings.DEFAULT);
        assertEquals(SERVICES, second.services().size());
        second.services().forEach((key, assignment) -> {
            Assignment.Held held = (Assignment.Held) assignment;
            assertEquals(Assignment.Cause.KEPT, held.holdings().getFirst().cause());
            Assignment.Held before =
                    assertInstanceOf(Assignment.Held.class, first.services().get(key));
            assertEquals(before.addresses(), held.addresses());
        });
    }

    @Test
    void aFullEipRefusesTenThousandServices() {
        Cluster cluster = new Cluster();
        cluster.eip("a", "10.0.0.0/18").markDefault();
        create(cluster);
        for (int i = 0; i < SERVICES; i++) {
            cluster.service("late/s" + i);
        }
        Assignments assignments = Allocator.allocate(cluster.view(), AllocatorSettings.DEFAULT);
        long held = assignments.services().values().stream()
                .filter(Assignment.Held.class::isInstance)
                .count();
        assertEquals(1 << 14, held);
    }

    @Test
    void aLargeNetworkIsNeverWalked() {
        Cluster cluster = new Cluster();
        cluster.eip("a", "0.0.0.0/0");
        create(cluster);
        Assignments assignments = Allocator.allocate(cluster.view(), AllocatorSettings.DEFAULT);
        assertTrue(assignments.services().values().stream().allMatch(Assignment.Held.class::isInstance));
    }

    /// As many as fit are at each address; each is checked against all of them.
    @Test
    @Timeout(120)
    void tenThousandServicesOfOneKeyWithPortsOfTheirOwnShareAFewAddresses() {
        assertEquals(Math.ceilDiv(SERVICES, AddressRecord.MAX_OWNERS), addresses(i -> 1 + i));
    }

    /// Each has to pass by the addresses of all others.
    @Test
    @Timeout(120)
    void tenThousandServicesOfOneKeyAndPortGetAnAddressEach() {
        assertEquals(SERVICES, addresses(_ -> 80));
    }

    /// How many addresses Services of one key hold together, today and when all is recorded.
    private static long addresses(IntUnaryOperator port) {
        Cluster cluster = new Cluster();
        cluster.eip("a", "10.0.0.0/18");
        for (int i = 0; i < SERVICES; i++) {
            cluster.service("default/s" + i).shares("k").ports(port.applyAsInt(i));
        }
        Assignments first = Allocator.allocate(cluster.view(), AllocatorSettings.DEFAULT);
        new Manager(cluster).apply(first);
        Assignments second = Allocator.allocate(cluster.view(), AllocatorSettings.DEFAULT);
        assertEquals(held(first), held(second));
        return held(second).values().stream().distinct().count();
    }

    private static Map<ServiceKey, List<IpAddress>> held(Assignments assignments) {
        return assignments.services().entrySet().stream()
                .collect(
                        Collectors.toMap(Map.Entry::getKey, entry -> ((Assignment.Held) entry.getValue()).addresses()));
    }

    @Test
    void twoLargeNetworksGiveEachOfTenThousandServicesTwoAddresses() {
        Cluster cluster = new Cluster();
        cluster.eip("four", "10.0.0.0/8");
        cluster.eip("six", "2001:db8::/32");
        for (int i = 0; i < SERVICES; i++) {
            cluster.service("default/s" + i).dualStack(IpFamilyPolicy.REQUIRE_DUAL_STACK, IpFamily.V6);
        }
        Set<IpAddress> addresses = new HashSet<>();
        Allocator.allocate(cluster.view(), AllocatorSettings.DEFAULT)
                .services()
                .values()
                .forEach(assignment -> addresses.addAll(
                        assertInstanceOf(Assignment.Held.class, assignment).addresses()));
        assertEquals(2 * SERVICES, addresses.size());
    }

    private static void create(Cluster cluster) {
        for (int i = 0; i < SERVICES; i++) {
            cluster.service("default/s" + i);
        }
    }
}
