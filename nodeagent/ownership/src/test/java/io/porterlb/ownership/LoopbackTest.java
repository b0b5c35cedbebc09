package io.porterlb.ownership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import java.io.IOException;
import java.net.DatagramSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Real nodes, threads and sockets. Times are generous, since the machine may be busy; the simulation is exact.
@Timeout(300) // against a hang
class LoopbackTest {
    private static final List<byte[]> KEYS = List.of("a secret of tests".getBytes(StandardCharsets.UTF_8));
    private static final Timing SLOW = new Timing(
            Duration.ofMillis(100), Duration.ofMillis(1800), Duration.ofMillis(2000), Duration.ofSeconds(60));

    private final List<Member> members = new ArrayList<>();
    private final Map<Member, OwnershipNode> nodes = new HashMap<>();
    private final Map<IpAddress, Eligibility> wanted = new TreeMap<>();

    private void start(IpAddress loopback, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            members.add(new Member("node-" + i, new Endpoint(loopback, freePort())));
        }
        IpAddress address = IpAddress.of("198.51.100.1");
        for (int i = 0; i < 6; i++, address = address.next()) {
            wanted.put(address, Eligibility.of("subnet"));
        }
        for (Member member : members) {
            start(member, KEYS);
        }
    }

    private static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            return socket.getLocalPort();
        }
    }

    private void start(Member member, List<byte[]> keys) throws IOException {
        start(member, keys, _ -> {});
    }

    private void start(Member member, List<byte[]> keys, OwnershipListener listener) throws IOException {
        Configuration configuration = Configuration.first(new HashSet<>(members), false);
        OwnershipSettings settings = new OwnershipSettings(member, configuration, SLOW, Optional.empty());
        OwnershipNode node = OwnershipNode.start(settings, keys, listener);
        node.wanted(wanted);
        node.offer(Set.of("subnet"));
        nodes.put(member, node);
    }

    @AfterEach
    void stopAll() {
        nodes.values().forEach(OwnershipNode::close);
    }

    private Set<IpAddress> has(Member member) {
        Lease lease = node(member).status().lease();
        return lease.until() - System.nanoTime() > 0 ? lease.addresses() : Set.of();
    }

    private OwnershipNode node(Member member) {
        return Optional.ofNullable(nodes.get(member)).orElseThrow();
    }

    private boolean allAreOwned(int each) {
        return nodes.keySet().stream().allMatch(member -> has(member).size() == each);
    }

    /// Returns when its port is free.
    private void end(Member member) throws InterruptedException {
        node(member).close();
        await(() -> !node(member).status().running());
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(10);
        }
    }

    @Test
    void threeNodesShareTheAddresses() throws Exception {
        start(IpAddress.of("127.0.0.1"), 3);
        await(() -> allAreOwned(2));
        assertTrue(node(members.getFirst()).status().inForce());
    }

    @Test
    void theySpeakByIpv6() throws Exception {
        start(IpAddress.of("::1"), 3);
        await(() -> allAreOwned(2));
    }

    @Test
    void theLeaveOfOneGivesItsAddressesToTheOthers() throws Exception {
        start(IpAddress.of("127.0.0.1"), 3);
        await(() -> allAreOwned(2));
        Member gone = members.getFirst();
        node(gone).leave();
        assertEquals(Set.of(), has(gone));
        assertTrue(!node(gone).status().running());
        nodes.remove(gone);
        await(() -> allAreOwned(3));
    }

    @Test
    void oneThatIsBackSoonHasItsAddressesAgain() throws Exception {
        start(IpAddress.of("127.0.0.1"), 3);
        await(() -> allAreOwned(2));
        Member restarted = members.getFirst();
        Set<IpAddress> before = has(restarted);
        end(restarted);
        start(restarted, KEYS);
        await(() -> has(restarted).equals(before));
    }

    @Test
    void whoHasAnotherKeyIsNotListenedTo() throws Exception {
        start(IpAddress.of("127.0.0.1"), 3);
        Member stranger = members.getFirst();
        await(() -> allAreOwned(2));
        node(stranger).keys(List.of("a secret of others".getBytes(StandardCharsets.UTF_8)));
        await(() -> has(stranger).isEmpty() && has(members.get(1)).size() == 3);
        assertTrue(node(stranger).status().discarded() > 0);
    }

    @Test
    void anErrorOfItsThreadEndsTheLeaseAndIsTold() throws Exception {
        start(IpAddress.of("127.0.0.1"), 1);
        Member member = members.getFirst();
        end(member);
        List<Lease> told = new CopyOnWriteArrayList<>();
        start(member, KEYS, lease -> {
            told.add(lease);
            if (!lease.addresses().isEmpty()) {
                throw new IllegalStateException("an error of this test");
            }
        });
        await(() -> !node(member).status().running());
        assertEquals(Set.of(), told.getLast().addresses());
        assertEquals(Set.of(), has(member));
    }

    @Test
    void aPortThatIsInUseIsAnErrorWithItsNumber() throws Exception {
        start(IpAddress.of("127.0.0.1"), 1);
        String port = String.valueOf(members.getFirst().endpoint().port());
        IOException error = assertThrows(IOException.class, () -> start(members.getFirst(), KEYS));
        assertTrue(String.valueOf(error.getMessage()).contains(port));
    }
}
