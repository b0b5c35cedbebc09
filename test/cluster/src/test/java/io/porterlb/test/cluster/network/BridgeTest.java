package io.porterlb.test.cluster.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.test.cluster.process.Await;
import io.porterlb.test.cluster.process.Command;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A switch with three hosts; needs root.
@Tag("cluster")
class BridgeTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int PACKETS = 50;

    private final Names names = new Names("brt" + ProcessHandle.current().pid());
    private final Bridge bridge = new Bridge(names.namespace("switch"), "br0");

    @BeforeEach
    void connect() {
        NetworkNamespace.create(bridge.namespace().name());
        bridge.namespace().ip(List.of("link add br0 type bridge", "link set br0 up"));
        for (int host = 1; host <= 3; host++) {
            connect(host);
        }
    }

    private void connect(int host) {
        NetworkNamespace.create(host(host).name());
        host(host)
                .ip(List.of(
                        "link add eth0 type veth peer name host%d netns %s".formatted(host, bridge.namespace()),
                        "address add 10.9.0.%d/24 dev eth0".formatted(host),
                        "link set eth0 up"));
        bridge.namespace().ip(List.of("link set host%d master br0 up".formatted(host)));
    }

    @AfterEach
    void delete() {
        names.existing().forEach(NetworkNamespace::delete);
    }

    private NetworkNamespace host(int number) {
        return names.namespace("host" + number);
    }

    private boolean reaches(int from, int to) {
        var ping = List.of("ping", "-c1", "-W1", "10.9.0." + to);
        return Command.of(host(from).command(ping)).result().exitStatus() == 0;
    }

    @Test
    void hostsOfTwoSidesDoNotReachEachOtherAndOthersReachBoth() {
        bridge.separate(List.of("host1"), List.of("host2"));
        assertEquals(
                List.of(false, false, true, true), List.of(reaches(1, 2), reaches(2, 1), reaches(3, 1), reaches(3, 2)));
        bridge.rejoin();
        bridge.rejoin();
        assertTrue(Await.until(LIMIT, () -> reaches(1, 2)));
    }

    @Test
    void switchThatSnoopsKeepsWhatNobodyAskedForToItself() {
        bridge.snoop(false);
        assertTrue(Await.until(LIMIT, () -> arrived() >= PACKETS));
        bridge.snoop(true);
        assertTrue(Await.until(LIMIT, () -> arrived() < PACKETS / 2));
        bridge.snoop(false);
        assertTrue(Await.until(LIMIT, () -> arrived() >= PACKETS));
    }

    /// Of as many packets to a group in which nobody is, what another host's interface has received.
    private long arrived() {
        long before = received();
        var ping = List.of("ping", "-c" + PACKETS, "-i0.01", "-W0.1", "ff02::1234%eth0");
        Command.of(host(1).command(ping)).result();
        return received() - before;
    }

    private long received() {
        return Objects.requireNonNull(host(2).counters().get("eth0")).receivedPackets();
    }
}
