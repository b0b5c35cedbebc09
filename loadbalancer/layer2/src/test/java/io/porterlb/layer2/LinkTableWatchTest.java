package io.porterlb.layer2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.layer2.link.Device;
import io.porterlb.layer2.link.LinkTable;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// On the machine of the test, without rights.
class LinkTableWatchTest {
    private static final IpAddress OWN = IpAddress.of("127.0.0.1");

    private final Tables tables = new Tables();

    @Test
    void loopbackIsInTheTableAndNotOfEthernet() throws Exception {
        try (LinkTableWatch _ = LinkTableWatch.start(Set.of(), tables)) {
            Device loopback = tables.await(_ -> true).named("lo").orElseThrow();
            assertEquals(1, loopback.index());
            assertTrue(loopback.has(OWN));
            assertFalse(loopback.ethernet());
        }
    }

    @Test
    void interfaceThatIsLeftOutIsNotInTheTable() throws Exception {
        try (LinkTableWatch _ = LinkTableWatch.start(Set.of("lo"), tables)) {
            LinkTable table = tables.await(_ -> true);
            assertTrue(table.named("lo").isEmpty());
            assertTrue(table.owner(OWN).isEmpty());
        }
    }

    @Test
    void routeToThisMachineItselfIsNone() throws Exception {
        try (LinkTableWatch watch = LinkTableWatch.start(Set.of(), tables)) {
            tables.await(table -> table.routes().isEmpty());
            watch.lookUp(Set.of(OWN));
            LinkTable table = tables.await(later -> !later.routes().isEmpty());
            assertEquals(OptionalInt.empty(), table.routes().get(OWN));
        }
    }

    @Test
    void listenerThatThrowsHarmsNobody() throws Exception {
        try (LinkTableWatch watch = LinkTableWatch.start(Set.of(), table -> {
            tables.accept(table);
            throw new IllegalStateException("as this test wants");
        })) {
            tables.await(table -> table.routes().isEmpty());
            watch.lookUp(Set.of(OWN));
            tables.await(table -> table.routes().containsKey(OWN));
        }
    }
}
