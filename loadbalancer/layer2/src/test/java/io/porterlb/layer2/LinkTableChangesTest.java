package io.porterlb.layer2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.layer2.lab.Segment;
import io.porterlb.layer2.link.Choice;
import io.porterlb.layer2.link.Device;
import io.porterlb.layer2.link.DeviceChooser;
import io.porterlb.layer2.link.LinkTable;
import io.porterlb.layer2.link.Selector;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the kernel changes shows in the table.
@Tag("cluster")
class LinkTableChangesTest {
    private static final IpAddress FAR_AWAY = IpAddress.of("10.97.0.9");
    private static final IpAddress FAR_AWAY_V6 = IpAddress.of("fd97::9");

    private final Segment segment = Segment.cable();
    private final Tables tables = new Tables();
    private final LinkTableWatch watch = segment.near().call(() -> LinkTableWatch.start(Set.of(), tables));
    private volatile CompletableFuture<Void> mayListen = CompletableFuture.completedFuture(null);

    @AfterEach
    void close() {
        watch.close();
        segment.close();
    }

    private LinkTable await(Predicate<Device> wanted) throws Exception {
        return tables.await(table -> device(table).filter(wanted).isPresent());
    }

    private static Optional<Device> device(LinkTable table) {
        return table.named(Segment.DEVICE);
    }

    private static Optional<String> chosen(LinkTable table, String selector, IpAddress address) {
        return DeviceChooser.choose(table, Selector.parse(selector), address) instanceof Choice.Chosen(var device)
                ? Optional.of(device.name())
                : Optional.empty();
    }

    private void ip(String... commands) {
        segment.near().ip(List.of(commands));
    }

    @Test
    void interfaceIsAsTheKernelHasIt() throws Exception {
        LinkTable table = await(device -> device.has(IpAddress.of("fd98::1")));
        Device device = device(table).orElseThrow();
        assertEquals(Segment.mac(segment.near()), device.mac());
        assertEquals(Optional.empty(), device.fault());
        assertTrue(device.has(IpAddress.of("10.98.0.1")));
        assertEquals(Optional.of(Segment.DEVICE), chosen(table, "", Segment.V4));
        assertEquals(Optional.of(Segment.DEVICE), chosen(table, "", Segment.V6));
    }

    @Test
    void addressThatComesAndGoesIsNoticed() throws Exception {
        for (String address : List.of("10.96.0.1", "fd96::1")) {
            ip("address add " + address + "/32 dev " + Segment.DEVICE);
            await(device -> device.has(IpAddress.of(address)));
            ip("address delete " + address + "/32 dev " + Segment.DEVICE);
            await(device -> !device.has(IpAddress.of(address)));
        }
    }

    @Test
    void carrierAndStateAndNameAreNoticed() throws Exception {
        segment.far().ip(List.of("link set " + Segment.DEVICE + " down"));
        await(device -> device.fault().equals(Optional.of("has no carrier")));
        segment.far().ip(List.of("link set " + Segment.DEVICE + " up"));
        await(device -> device.fault().isEmpty());
        ip("link set " + Segment.DEVICE + " down");
        await(device -> device.fault().equals(Optional.of("is down")));
        ip("link set " + Segment.DEVICE + " name eth9");
        tables.await(table -> table.named("eth9").isPresent() && device(table).isEmpty());
    }

    @Test
    void interfaceThatIsReplacedByOneOfItsNameHasAnotherNumber() throws Exception {
        int before = device(await(_ -> true)).orElseThrow().index();
        ip("link delete " + Segment.DEVICE);
        tables.await(table -> device(table).isEmpty());
        segment.connect();
        await(device -> device.fault().isEmpty() && device.index() != before);
    }

    @Test
    void portOfABridgeIsNotChosenAndTheBridgeIs() throws Exception {
        ip(
                "link add br0 type bridge",
                "link set br0 up",
                "link set " + Segment.DEVICE + " master br0",
                "address add 10.98.0.3/25 dev br0");
        LinkTable table = tables.await(later -> chosen(later, "", Segment.V4).equals(Optional.of("br0")));
        assertEquals(
                Optional.of("is a port of br0, which has to be named instead"),
                device(table).orElseThrow().fault());
    }

    @Test
    void routesOfBothFamiliesAreFollowed() throws Exception {
        watch.lookUp(Set.of(FAR_AWAY, FAR_AWAY_V6));
        tables.await(table -> isUnreachable(table, FAR_AWAY) && isUnreachable(table, FAR_AWAY_V6));
        ip("route add default via 10.98.0.2", "route add fd97::/64 via fd98::2");
        tables.await(table -> leadsToTheFarEnd(table, FAR_AWAY) && leadsToTheFarEnd(table, FAR_AWAY_V6));
        ip("rule add to " + FAR_AWAY + " prohibit", "route delete fd97::/64");
        tables.await(table -> isUnreachable(table, FAR_AWAY) && isUnreachable(table, FAR_AWAY_V6));
    }

    private static boolean leadsToTheFarEnd(LinkTable table, IpAddress target) {
        return chosen(table, "can_reach:" + target, Segment.V4).equals(Optional.of(Segment.DEVICE));
    }

    private static boolean isUnreachable(LinkTable table, IpAddress target) {
        return OptionalInt.empty().equals(table.routes().get(target));
    }

    /// Three times, as an interface that is new may have late news of its own.
    @Test
    void changesThatTheKernelHadNoRoomToTellAreNotMissed() throws Exception {
        Tables told = new Tables();
        try (LinkTableWatch _ = segment.near()
                .call(() -> LinkTableWatch.start(Set.of(), table -> {
                    CompletableFuture<Void> gate = mayListen;
                    told.accept(table);
                    gate.join();
                }))) {
            told.await(_ -> true);
            for (int round = 1; round <= 3; round++) {
                mayListen = new CompletableFuture<>();
                addAndAwait("10.96.1." + round, told);
                ip(addresses("add"));
                ip(addresses("delete"));
                ip("address add 10.96.2." + round + "/32 dev " + Segment.DEVICE);
                mayListen.complete(null);
                awaitAddress("10.96.2." + round, told);
            }
            assertTrue(newsWasLost(), "the kernel has told everything");
        }
    }

    private void addAndAwait(String address, Tables told) throws Exception {
        ip("address add " + address + "/32 dev " + Segment.DEVICE);
        awaitAddress(address, told);
    }

    private static void awaitAddress(String address, Tables told) throws Exception {
        told.await(table -> device(table).orElseThrow().has(IpAddress.of(address)));
    }

    private static String[] addresses(String verb) {
        return IntStream.range(0, 2000)
                .mapToObj(i ->
                        "address " + verb + " 10.95." + i / 250 + "." + (i % 250 + 1) + "/32 dev " + Segment.DEVICE)
                .toArray(String[]::new);
    }

    /// By the column "Drops" of the sockets of this namespace.
    private boolean newsWasLost() {
        return segment.near()
                .exec("cat", "/proc/net/netlink")
                .lines()
                .skip(1)
                .map(line -> line.strip().split("\\s+"))
                .anyMatch(columns -> !columns[8].equals("0"));
    }
}
