package io.porterlb.test.cluster.router;

import io.porterlb.test.cluster.router.RouterSpec.PeerRange;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// What FRR's daemons read at start, as text. Pure.
final class FrrConfig {
    /// bgpd's own limit for neighbors that call is 100.
    private static final int MOST_CALLERS = 500;

    private FrrConfig() {}

    /// The daemons and what each is told; zebra comes first, as the others call it.
    static Map<String, String> files(RouterSpec spec) {
        var files = new LinkedHashMap<String, String>();
        files.put("zebra", zebra(spec));
        files.put("bgpd", bgpd(spec));
        if (spec.usesBfd()) {
            files.put("bfdd", bfdd(spec));
        }
        return files;
    }

    /// zebra puts routes into the kernel; a route map gives them their source address. Routes carry their next
    /// hops themselves: with next-hop objects, FRR 8.4 leaves a next hop out for good once its interface was down.
    static String zebra(RouterSpec spec) {
        var text = new StringBuilder("hostname " + spec.name() + "\nno zebra nexthop kernel enable\n");
        new TreeMap<>(spec.sources())
                .forEach((family, source) ->
                        text.append("""
                        route-map SOURCE-%1$s permit 10
                         set src %2$s
                        exit
                        %3$s protocol bgp route-map SOURCE-%1$s
                        """.formatted(family, source, family.equals("ipv4") ? "ip" : "ipv6")));
        return text.toString();
    }

    private static String bfdd(RouterSpec spec) {
        var text = new StringBuilder("hostname " + spec.name() + "\n");
        spec.bfd()
                .forEach(bfd -> text.append("""
                bfd
                 profile %s
                  detect-multiplier %d
                  transmit-interval %3$d
                  receive-interval %3$d
                 exit
                exit
                """.formatted(FrrNeighbor.profile(bfd), bfd.multiplier(), bfd.interval())));
        return text.toString();
    }

    /// eBGP without policies (RFC 8212 is off, as this is a test bed), fast timers, all paths of equal length used.
    static String bgpd(RouterSpec spec) {
        var text = new StringBuilder("""
                hostname %1$s
                router bgp %2$d
                 bgp router-id %3$s
                 no bgp ebgp-requires-policy
                 no bgp default ipv4-unicast
                 no bgp network import-check
                 bgp bestpath as-path multipath-relax
                 bgp listen limit %4$d
                 timers bgp 1 3
                """.formatted(spec.name(), spec.as(), spec.id(), MOST_CALLERS));
        spec.ranges().forEach(range -> text.append(range(range)));
        spec.neighbors().forEach(neighbor -> text.append(FrrNeighbor.lines(neighbor)));
        text.append(family(Family.IPV4, spec));
        if (spec.ipv6()) {
            text.append(family(Family.IPV6, spec));
        }
        return text.append("exit\n").toString();
    }

    private static String range(PeerRange range) {
        var text = new StringBuilder("""
                 neighbor %1$s peer-group
                 neighbor %1$s remote-as %2$d
                """.formatted(range.name(), range.as()));
        if (range.bfd()) {
            text.append(" neighbor %s bfd\n".formatted(range.name()));
        }
        range.prefixes()
                .forEach(prefix -> text.append(" bgp listen range %s peer-group %s\n".formatted(prefix, range.name())));
        return text.toString();
    }

    private static String family(Family family, RouterSpec spec) {
        var text = new StringBuilder("""
                 address-family %s unicast
                  redistribute connected
                  maximum-paths 16
                """.formatted(family.word()));
        spec.ranges().forEach(range -> text.append("  neighbor %s activate\n".formatted(range.name())));
        spec.neighbors().stream()
                .filter(neighbor -> neighbor.families().contains(family))
                .forEach(neighbor -> text.append(FrrNeighbor.familyLines(neighbor)));
        return text.append(" exit-address-family\n").toString();
    }
}
