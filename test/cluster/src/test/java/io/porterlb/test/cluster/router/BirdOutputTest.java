package io.porterlb.test.cluster.router;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BirdOutputTest {
    @Test
    void onlyBgpProtocolsAreSessions() {
        var sessions = BirdOutput.sessions("""
                BIRD 2.0.12 ready.
                Name       Proto      Table      State  Since         Info
                device1    Device     ---        up     21:21:43.854
                neighbor1  BGP        ---        up     21:21:44.746  Established
                  BGP state:          Established
                    Neighbor address: 10.99.0.1
                    Neighbor AS:      65001
                  Channel ipv4
                    Routes:         1 imported, 0 exported, 1 preferred
                  Channel ipv6
                    Routes:         2 imported, 0 exported, 2 preferred
                neighbor2  BGP        ---        start  21:21:44.746  Idle
                  BGP state:          Down
                    Neighbor address: fd99::1
                    Neighbor AS:      65001
                  Last error:       Received: Administrative shutdown
                """);
        assertEquals(
                List.of(
                        new BgpSession("10.99.0.1", 65001, "Established", 3, ""),
                        new BgpSession("fd99::1", 65001, "Idle", 0, "Received: Administrative shutdown")),
                sessions);
    }

    private static final String TWO_PATHS = """
            BIRD 2.0.12 ready.
            Table master4:
            198.51.100.7/32      unicast [neighbor1 21:21:47.856] * (100) [AS65001i]
            \tvia 10.99.0.1 on eth0
            \tType: BGP univ
            \tBGP.origin: IGP
            \tBGP.as_path: 65001 65001
            \tBGP.next_hop: 10.99.0.1
            \tBGP.med: 7
            \tBGP.local_pref: 100
            \tBGP.community: (65000,1) (65000,2)
            \tBGP.large_community: (1, 2, 3)
                                 unicast [neighbor1 21:21:47.856] (100) [AS65001i]
            \tvia 10.99.0.2 on eth0
            \tType: BGP univ
            \tBGP.origin: IGP
            \tBGP.as_path:\s
            \tBGP.next_hop: 10.99.0.2
            10.99.0.0/24         unicast [direct1 21:21:43.854] * (240)
            \tdev eth0
            \tType: device univ
            """;

    @Test
    void pathsAreThoseOfBgp() {
        var best = new BgpPath(
                "10.99.0.1",
                List.of(65001L, 65001L),
                OptionalLong.of(7),
                OptionalLong.of(100),
                List.of("65000:1", "65000:2"),
                List.of("1:2:3"),
                true);
        var other = new BgpPath(
                "10.99.0.2", List.of(), OptionalLong.empty(), OptionalLong.empty(), List.of(), List.of(), false);
        assertEquals(List.of(best, other), BirdOutput.paths(TWO_PATHS));
    }

    @Test
    void prefixesAreCountedOnce() {
        assertEquals(2, BirdOutput.prefixes(TWO_PATHS));
    }

    @Test
    void prefixThatIsUnknownHasNoPaths() {
        assertEquals(List.of(), BirdOutput.paths("BIRD 2.0.12 ready.\nNetwork not found\n"));
    }
}
