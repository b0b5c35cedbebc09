package io.porterlb.test.cluster.router;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.test.cluster.router.RouterSpec.Neighbor;
import io.porterlb.test.cluster.router.SessionOption.AddPathReceive;
import io.porterlb.test.cluster.router.SessionOption.Bfd;
import io.porterlb.test.cluster.router.SessionOption.Families;
import io.porterlb.test.cluster.router.SessionOption.GracefulRestart;
import io.porterlb.test.cluster.router.SessionOption.Password;
import io.porterlb.test.cluster.router.SessionOption.RestartPart;
import io.porterlb.test.cluster.router.SessionOption.TtlSecurity;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BirdConfigTest {
    @Test
    void optionsAreInTheSessionOrInItsChannels() {
        var neighbor = Neighbor.of(
                "10.99.0.1",
                65001,
                new Password("secret"),
                new TtlSecurity(1),
                new GracefulRestart(RestartPart.NONE),
                new Bfd(50, 3),
                new AddPathReceive(),
                new Families(Set.of(Family.IPV4, Family.IPV6)));
        var spec = RouterSpec.of("router1", 65002, "10.99.0.11").withNeighbors(List.of(neighbor));
        assertEquals("""
                router id 10.99.0.11;
                log stderr all;
                protocol device { }
                protocol direct { ipv4; ipv6; }
                protocol kernel { merge paths on; ipv4 { import none; export where source ~ [RTS_BGP]; }; }
                protocol kernel { merge paths on; ipv6 { import none; export where source ~ [RTS_BGP]; }; }
                protocol bfd { interface "*" { interval 50 ms; multiplier 3; }; multihop { interval 50 ms; multiplier 3; }; }
                protocol bgp neighbor1 {
                  local as 65002;
                  neighbor 10.99.0.1 as 65001;
                  connect delay time 1;
                  connect retry time 1;
                  error wait time 1, 2;
                  error forget time 5;
                  keepalive time 1; hold time 3;
                  password "secret";
                  direct; ttl security on;
                  graceful restart off; long lived graceful restart off;
                  bfd graceful;
                  ipv4 { import all; export where source = RTS_DEVICE; add paths rx; };
                  ipv6 { import all; export where source = RTS_DEVICE; add paths rx; };
                }
                """, BirdConfig.text(spec));
    }
}
