package io.porterlb.test.cluster.router;

import io.porterlb.test.cluster.router.RouterSpec.Neighbor;
import io.porterlb.test.cluster.router.RouterSpec.PeerRange;
import java.util.Map;
import java.util.TreeMap;

/// What FRR's daemons read at start, as text. Pure.
final class FrrConfig {
    /// bgpd's own limit for neighbors that call is 100.
    private static final int MOST_CALLERS = 500;

    private FrrConfig() {}

    /// zebra puts routes into the kernel; a route map gives them their source address. Each route carries its own next
    /// hops: in FRR 8.4, nexthop objects that routes share don't get a next hop back whose interface was down for a
    /// moment.
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
        spec.neighbors().forEach(neighbor -> text.append(neighbor(neighbor)));
        text.append(family("ipv4", spec, false));
        if (spec.ipv6()) {
            text.append(family("ipv6", spec, true));
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

    private static String neighbor(Neighbor neighbor) {
        return """
                 neighbor %1$s remote-as %2$d
                 neighbor %1$s timers connect 1
                """.formatted(neighbor.address(), neighbor.as());
    }

    private static String family(String name, RouterSpec spec, boolean ipv6) {
        var text = new StringBuilder("""
                 address-family %s unicast
                  redistribute connected
                  maximum-paths 16
                """.formatted(name));
        spec.ranges().forEach(range -> text.append("  neighbor %s activate\n".formatted(range.name())));
        spec.neighbors().stream()
                .filter(neighbor -> neighbor.isIpv6() == ipv6)
                .forEach(neighbor -> text.append("  neighbor %s activate\n".formatted(neighbor.address())));
        return text.append(" exit-address-family\n").toString();
    }

    /// The daemons and what each is told; zebra comes first, as the others call it.
    static Map<String, String> files(RouterSpec spec) {
        var files = new java.util.LinkedHashMap<String, String>();
        files.put("zebra", zebra(spec));
        files.put("bgpd", bgpd(spec));
        if (spec.usesBfd()) {
            files.put("bfdd", "hostname " + spec.name() + "\n");
        }
        return files;
    }
}
