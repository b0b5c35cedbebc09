package io.porterlb.test.cluster.router;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.test.cluster.router.RouterSpec.Neighbor;
import io.porterlb.test.cluster.router.RouterSpec.PeerRange;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FrrConfigTest {
    private static final RouterSpec LEAF = RouterSpec.of("leaf1", 65101, "10.0.0.1")
            .withIpv6(true)
            .withNeighbors(List.of(Neighbor.of("10.1.0.1", 65201), Neighbor.of("fd00:1::1", 65201)))
            .withRanges(List.of(new PeerRange("NODES", List.of("172.18.0.0/16", "fd00:18::/64"), 65000, true)));

    @Test
    void leafAcceptsNodesAndCallsSpines() {
        assertEquals("""
                hostname leaf1
                router bgp 65101
                 bgp router-id 10.0.0.1
                 no bgp ebgp-requires-policy
                 no bgp default ipv4-unicast
                 no bgp network import-check
                 bgp bestpath as-path multipath-relax
                 bgp listen limit 500
                 timers bgp 1 3
                 neighbor NODES peer-group
                 neighbor NODES remote-as 65000
                 neighbor NODES bfd
                 bgp listen range 172.18.0.0/16 peer-group NODES
                 bgp listen range fd00:18::/64 peer-group NODES
                 neighbor 10.1.0.1 remote-as 65201
                 neighbor 10.1.0.1 timers connect 1
                 neighbor fd00:1::1 remote-as 65201
                 neighbor fd00:1::1 timers connect 1
                 address-family ipv4 unicast
                  redistribute connected
                  maximum-paths 16
                  neighbor NODES activate
                  neighbor 10.1.0.1 activate
                 exit-address-family
                 address-family ipv6 unicast
                  redistribute connected
                  maximum-paths 16
                  neighbor NODES activate
                  neighbor fd00:1::1 activate
                 exit-address-family
                exit
                """, FrrConfig.bgpd(LEAF));
    }

    @Test
    void bfddRunsWhereANeighborUsesBfd() {
        assertEquals(
                List.of("zebra", "bgpd", "bfdd"),
                List.copyOf(FrrConfig.files(LEAF).keySet()));
        var spine = RouterSpec.of("spine1", 65201, "10.0.0.3");
        assertEquals(
                List.of("zebra", "bgpd"), List.copyOf(FrrConfig.files(spine).keySet()));
    }

    @Test
    void clientSendsFromItsOwnAddress() {
        var client = RouterSpec.of("client", 65401, "10.200.0.10").withSources(Map.of("ipv4", "10.200.0.10"));
        assertEquals("""
                hostname client
                no zebra nexthop kernel enable
                route-map SOURCE-ipv4 permit 10
                 set src 10.200.0.10
                exit
                ip protocol bgp route-map SOURCE-ipv4
                """, FrrConfig.zebra(client));
    }
}
