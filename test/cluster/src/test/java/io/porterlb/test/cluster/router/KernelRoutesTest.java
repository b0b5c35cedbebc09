package io.porterlb.test.cluster.router;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class KernelRoutesTest {
    @Test
    void routeHasOneGatewayOrSeveralNextHops() {
        assertEquals(Set.of("10.1.8.0"), KernelRoutes.parse("[{\"dst\":\"203.0.113.1\",\"gateway\":\"10.1.8.0\"}]"));
        assertEquals(Set.of("10.1.8.0", "10.1.9.0"), KernelRoutes.parse("""
                        [{"dst":"203.0.113.1","nexthops":[{"gateway":"10.1.8.0","dev":"border1","weight":1},
                                                          {"gateway":"10.1.9.0","dev":"border2","weight":1}]}]
                        """));
    }

    @Test
    void ipv4RouteMayHaveAnIpv6NextHop() {
        assertEquals(
                Set.of("fe80::1"),
                KernelRoutes.parse("[{\"dst\":\"203.0.113.1\",\"via\":{\"family\":\"inet6\",\"host\":\"fe80::1\"}}]"));
    }

    @Test
    void noRouteIsNoNextHop() {
        assertEquals(Set.of(), KernelRoutes.parse(""));
        assertEquals(Set.of(), KernelRoutes.parse("[{\"dst\":\"10.1.0.0/31\",\"dev\":\"spine1\",\"scope\":\"link\"}]"));
    }
}
