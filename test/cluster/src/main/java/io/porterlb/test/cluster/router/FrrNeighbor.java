package io.porterlb.test.cluster.router;

import io.porterlb.test.cluster.router.RouterSpec.Neighbor;
import io.porterlb.test.cluster.router.SessionOption.AddPathReceive;
import io.porterlb.test.cluster.router.SessionOption.Bfd;
import io.porterlb.test.cluster.router.SessionOption.ExtendedNextHop;
import io.porterlb.test.cluster.router.SessionOption.Families;
import io.porterlb.test.cluster.router.SessionOption.GracefulRestart;
import io.porterlb.test.cluster.router.SessionOption.LocalAddress;
import io.porterlb.test.cluster.router.SessionOption.MaxPrefixes;
import io.porterlb.test.cluster.router.SessionOption.Multihop;
import io.porterlb.test.cluster.router.SessionOption.Passive;
import io.porterlb.test.cluster.router.SessionOption.Password;
import io.porterlb.test.cluster.router.SessionOption.Timers;
import io.porterlb.test.cluster.router.SessionOption.TtlSecurity;

/// One neighbor in bgpd's words. Pure.
final class FrrNeighbor {
    private FrrNeighbor() {}

    static String lines(Neighbor neighbor) {
        String what = neighbor.isInterface() ? "interface remote-as " : "remote-as ";
        var text = new StringBuilder(line(neighbor, what + neighbor.as()));
        text.append(line(neighbor, "timers connect 1"));
        neighbor.options().stream()
                .map(FrrNeighbor::option)
                .filter(option -> !option.isEmpty())
                .forEach(option -> text.append(line(neighbor, option)));
        return text.toString();
    }

    private static String line(Neighbor neighbor, String words) {
        return " neighbor %s %s\n".formatted(neighbor.address(), words);
    }

    private static String option(SessionOption option) {
        return switch (option) {
            case Passive _ -> "passive";
            case Password(String text) -> "password " + text;
            case TtlSecurity(int hops) -> "ttl-security hops " + hops;
            case LocalAddress(String address) -> "update-source " + address;
            case Multihop(int hops) -> "ebgp-multihop " + hops;
            case Timers(int keepalive, int hold) -> "timers " + keepalive + " " + hold;
            case ExtendedNextHop _ -> "capability extended-nexthop";
            case GracefulRestart restart -> restart(restart);
            case Bfd bfd -> "bfd profile " + profile(bfd);
            case Families _, AddPathReceive _, MaxPrefixes _ -> "";
        };
    }

    private static String restart(GracefulRestart restart) {
        return switch (restart.part()) {
            case NONE -> "graceful-restart-disable";
            case HELPER -> "graceful-restart-helper";
            case RESTARTER -> "graceful-restart";
        };
    }

    static String profile(Bfd bfd) {
        return "every" + bfd.interval();
    }

    static String familyLines(Neighbor neighbor) {
        var text = new StringBuilder("  neighbor %s activate\n".formatted(neighbor.address()));
        neighbor.option(MaxPrefixes.class)
                .forEach(limit ->
                        text.append("  neighbor %s maximum-prefix %d\n".formatted(neighbor.address(), limit.most())));
        return text.toString();
    }
}
