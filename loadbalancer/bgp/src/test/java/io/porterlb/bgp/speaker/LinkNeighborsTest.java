package io.porterlb.bgp.speaker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.channel.embedded.EmbeddedChannel;
import io.porterlb.address.IpAddress;
import io.porterlb.bgp.PeerAddress;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.fsm.SessionFault;
import io.porterlb.bgp.net.nd.NeighborListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinkNeighborsTest {
    private static final IpAddress ROUTER = IpAddress.of("fe80::1");
    private static final PeerConfig ADDRESSED =
            PeerConfig.of("leaf", IpAddress.of("192.0.2.1"), 65001, 65000, IpAddress.of("10.0.0.1"));
    private static final PeerConfig ON_SWP1 = ADDRESSED.withAddress(new PeerAddress.OnLink("swp1"));

    private final EmbeddedChannel loop = new EmbeddedChannel();
    private final Map<String, NeighborListener> watched = new HashMap<>();
    private final List<String> ended = new ArrayList<>();
    private final List<String> news = new ArrayList<>();
    private final LinkNeighbors neighbors = new LinkNeighbors(
            (device, listener) -> {
                watched.put(device, listener);
                return () -> ended.add(device);
            },
            loop.eventLoop(),
            (device, address) -> news.add(device + " " + address),
            (device, fault) -> news.add(device + " " + fault.reason()));

    private NeighborListener watcher() {
        return Objects.requireNonNull(watched.get("swp1"));
    }

    private void hears(NeighborListener listener) {
        listener.heard(ROUTER);
        loop.runPendingTasks();
    }

    @Test
    void onlyLinksOfPeersWithoutAddressAreWatchedEachOnce() {
        PeerConfig alone = ADDRESSED.withAddress(new PeerAddress.OnLink("swp2")).withShutdown(Optional.of(""));
        neighbors.configure(List.of(ADDRESSED, ON_SWP1, ON_SWP1.withPeerAs(65002), alone));
        assertEquals(List.of("swp1"), List.copyOf(watched.keySet()));
        neighbors.configure(List.of(ON_SWP1));
        assertEquals(List.of(), ended);
    }

    @Test
    void newsComesOnTheEventLoopAndIsRemembered() {
        neighbors.configure(List.of(ON_SWP1));
        watcher().failed(new SessionFault("PermissionDenied", "not allowed."));
        watcher().heard(ROUTER);
        assertEquals(List.of(), news);
        loop.runPendingTasks();
        assertEquals(List.of("swp1 PermissionDenied", "swp1 fe80::1"), news);
        assertEquals(Optional.of(ROUTER), neighbors.neighborOf(ON_SWP1));
        assertEquals(Optional.empty(), neighbors.neighborOf(ADDRESSED));
    }

    @Test
    void linkThatIsNoLongerWantedIsOverAndSoIsWhatWasHeard() {
        neighbors.configure(List.of(ON_SWP1));
        NeighborListener old = watcher();
        hears(old);
        neighbors.configure(List.of());
        assertEquals(List.of("swp1"), ended);
        neighbors.configure(List.of(ON_SWP1));
        hears(old);
        assertEquals(Optional.empty(), neighbors.neighborOf(ON_SWP1));
        assertEquals(1, news.size());
    }
}
