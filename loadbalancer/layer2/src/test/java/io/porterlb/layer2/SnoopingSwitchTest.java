package io.porterlb.layer2;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.layer2.Answer.Start;
import io.porterlb.layer2.lab.Segment;
import io.porterlb.test.cluster.process.Await;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A switch that snoops MLD passes a solicitation on only to a port where its group was reported.
@Tag("cluster")
class SnoopingSwitchTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MORE_THAN_A_SOCKET_HOLDS = 150;

    private final Segment segment = Segment.snoopingSwitch();
    private final Layer2Speaker speaker = Layer2Speaker.start(_ -> {});

    @AfterEach
    void close() {
        speaker.close();
        segment.close();
    }

    private void announce(List<IpAddress> addresses) {
        Set<Answer> answers = new HashSet<>();
        addresses.forEach(address -> answers.add(new Answer(address, Segment.DEVICE, Start.TAKE_OVER)));
        segment.at(() -> speaker.announce(answers));
    }

    private boolean switchKnows(String group) {
        return segment.bridge().exec("bridge", "mdb", "show", "dev", "br0").contains("port near grp " + group + " ");
    }

    @Test
    void solicitationsReachTheSpeaker() {
        announce(List.of(Segment.V6));
        assertTrue(Await.until(PATIENCE, () -> switchKnows("ff02::1:ff00:7")));
        segment.assertResolved(Segment.V6);
    }

    @Test
    void groupsAreJoinedForEachAddressAndLeftAgain() {
        List<IpAddress> addresses = IntStream.range(0, MORE_THAN_A_SOCKET_HOLDS)
                .mapToObj(i -> IpAddress.of("fd98::1:%x".formatted(0x1000 + i)))
                .toList();
        announce(addresses);
        assertTrue(Await.until(PATIENCE, () -> groups(addresses) == addresses.size()));
        announce(List.of(Segment.V6));
        assertTrue(Await.until(PATIENCE, () -> groups(addresses) == 0));
        assertFalse(groups(List.of(Segment.V6)) == 0);
    }

    private long groups(List<IpAddress> addresses) {
        String joined = segment.near().exec("ip", "-6", "maddress", "show", "dev", Segment.DEVICE);
        return addresses.stream()
                .filter(address -> joined.contains(io.porterlb.layer2.wire.Ipv6.solicitedNode(address) + "\n"))
                .count();
    }
}
