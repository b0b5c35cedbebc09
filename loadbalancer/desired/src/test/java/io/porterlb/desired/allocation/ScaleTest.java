package io.porterlb.desired.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.desired.Cluster;
import org.junit.jupiter.api.Test;

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
            assertEquals(Assignment.Cause.KEPT, held.cause());
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

    private static void create(Cluster cluster) {
        for (int i = 0; i < SERVICES; i++) {
            cluster.service("default/s" + i);
        }
    }
}
