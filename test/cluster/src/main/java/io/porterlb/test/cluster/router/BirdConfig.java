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
import java.util.stream.Collectors;

/// What BIRD 2 reads at start, as text. Pure.
final class BirdConfig {
    private BirdConfig() {}

    /// Next hops of iBGP routes are looked up in BIRD's own tables, hence the routes of interfaces in them (`direct`).
    static String text(RouterSpec spec) {
        var text = new StringBuilder("""
                router id %s;
                log stderr all;
                protocol device { }
                protocol direct { ipv4; ipv6; }
                protocol kernel { merge paths on; ipv4 { import none; export where source ~ [RTS_BGP]; }; }
                protocol kernel { merge paths on; ipv6 { import none; export where source ~ [RTS_BGP]; }; }
                """.formatted(spec.id()));
        spec.bfd().forEach(bfd -> text.append(bfd(bfd)));
        int number = 0;
        for (Neighbor neighbor : spec.neighbors()) {
            number++;
            text.append(neighbor(spec, neighbor, number));
        }
        return text.toString();
    }

    private static String bfd(Bfd bfd) {
        String pace = "{ interval %d ms; multiplier %d; };".formatted(bfd.interval(), bfd.multiplier());
        return "protocol bfd { interface \"*\" " + pace + " multihop " + pace + " }\n";
    }

    /// BIRD's own pauses are up to a minute after an error.
    private static String neighbor(RouterSpec spec, Neighbor neighbor, int number) {
        var text = new StringBuilder("""
                protocol bgp neighbor%d {
                  local as %d;
                  neighbor %s as %d;
                  connect delay time 1;
                  connect retry time 1;
                  error wait time 1, 2;
                  error forget time 5;
                """.formatted(number, spec.as(), neighbor.address(), neighbor.as()));
        if (!neighbor.has(Timers.class)) {
            text.append(line(timers(1, 3)));
        }
        neighbor.options().forEach(option -> text.append(line(option(neighbor, option))));
        neighbor.families().stream().sorted().forEach(family -> text.append(channel(family, neighbor)));
        return text.append("}\n").toString();
    }

    private static String line(String words) {
        return words.isEmpty() ? "" : "  " + words + ";\n";
    }

    private static String timers(int keepalive, int hold) {
        return "keepalive time %d; hold time %d".formatted(keepalive, hold);
    }

    private static String option(Neighbor neighbor, SessionOption option) {
        return switch (option) {
            case Passive _ -> "passive on";
            case Password(String text) -> "password \"" + text + "\"";
            case TtlSecurity(int hops) -> (hops > 1 ? "multihop " + hops + "; " : "direct; ") + "ttl security on";
            case LocalAddress(String address) -> "source address " + address;
            case Multihop(int hops) -> "multihop " + hops;
            case Timers(int keepalive, int hold) -> timers(keepalive, hold);
            case GracefulRestart restart -> restart(restart);
            case Bfd _ -> neighbor.has(GracefulRestart.class) ? "bfd graceful" : "bfd on";
            case Families _, AddPathReceive _, MaxPrefixes _, ExtendedNextHop _ -> "";
        };
    }

    private static String restart(GracefulRestart restart) {
        return switch (restart.part()) {
            case NONE -> "graceful restart off; long lived graceful restart off";
            case HELPER -> "graceful restart aware";
            case RESTARTER -> "graceful restart on";
        };
    }

    private static String channel(Family family, Neighbor neighbor) {
        String more = neighbor.options().stream().map(BirdConfig::channelOption).collect(Collectors.joining());
        return "  %s { import all; export where source = RTS_DEVICE; %s};\n".formatted(family.word(), more);
    }

    private static String channelOption(SessionOption option) {
        return switch (option) {
            case AddPathReceive _ -> "add paths rx; ";
            case ExtendedNextHop _ -> "extended next hop on; ";
            case MaxPrefixes(int most) -> "import limit %d action restart; ".formatted(most);
            case Passive _,
                    LocalAddress _,
                    Password _,
                    TtlSecurity _,
                    Multihop _,
                    Timers _,
                    GracefulRestart _,
                    Bfd _,
                    Families _ -> "";
        };
    }
}
