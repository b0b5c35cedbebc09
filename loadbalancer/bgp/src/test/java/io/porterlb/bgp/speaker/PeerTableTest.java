package io.porterlb.bgp.speaker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.channel.embedded.EmbeddedChannel;
import io.porterlb.address.IpAddress;
import io.porterlb.bgp.GracefulRestart;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.SpeakerStart;
import io.porterlb.bgp.net.EmbeddedDialer;
import io.porterlb.bgp.peer.PeerEnvironment;
import io.porterlb.bgp.rib.LocalLink;
import io.porterlb.bgp.wire.Open;
import io.porterlb.bgp.wire.capability.GracefulRestartCapability;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Peers of a speaker that has restarted.
class PeerTableTest {
    private static final Duration RESTART_TIME = Duration.ofMinutes(2);

    private final EmbeddedChannel loop = new EmbeddedChannel();
    private final EmbeddedDialer dialer = new EmbeddedDialer();
    private final Map<String, PeerConfig> wanted = new HashMap<>();
    private Instant now = Instant.EPOCH;
    private final PeerTable peers = new PeerTable(
            new PeerEnvironment(loop.eventLoop(), dialer, LocalLink::of, () -> now, new Random(1), _ -> {}),
            SpeakerStart.RESTARTED,
            (_, _) -> () -> {});

    private void add(String name, String address) {
        PeerConfig peer = PeerConfig.of(name, IpAddress.of(address), 65001, 65000, IpAddress.of("10.0.0.1"));
        wanted.put(name, peer.withGracefulRestart(new GracefulRestart(true, RESTART_TIME, false)));
        peers.configure(wanted);
        dialer.last().succeeds();
        loop.runPendingTasks();
    }

    private List<Boolean> saysThatItRestarts() {
        Open open = (Open) dialer.last().written().getFirst();
        return open.capabilities().stream()
                .filter(GracefulRestartCapability.class::isInstance)
                .map(capability -> ((GracefulRestartCapability) capability).restarting())
                .toList();
    }

    @Test
    void peersOfTheFirstMomentsAreToldOfTheRestart() {
        add("leaf-a", "192.0.2.1");
        assertEquals(List.of(true), saysThatItRestarts());
        now = now.plusSeconds(60);
        add("leaf-b", "192.0.2.2");
        assertEquals(List.of(true), saysThatItRestarts());
    }

    @Test
    void peerThatComesAfterTheRestartTimeIsToldOfNone() {
        now = now.plus(RESTART_TIME);
        add("leaf-c", "192.0.2.3");
        assertEquals(List.of(false), saysThatItRestarts());
    }
}
