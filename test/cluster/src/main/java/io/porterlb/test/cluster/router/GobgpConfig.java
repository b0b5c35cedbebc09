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
import io.porterlb.test.cluster.router.SessionOption.RestartPart;
import io.porterlb.test.cluster.router.SessionOption.Timers;
import io.porterlb.test.cluster.router.SessionOption.TtlSecurity;
import java.util.stream.Collectors;

/// What GoBGP reads at start, as TOML. Pure.
final class GobgpConfig {
    private static final int MOST_TTL = 255;
    private static final int RESTART_TIME = 120;

    private GobgpConfig() {}

    static String text(RouterSpec spec) {
        var text = new StringBuilder("""
                [global.config]
                  as = %d
                  router-id = "%s"
                """.formatted(spec.as(), spec.id()));
        spec.neighbors().forEach(neighbor -> text.append(neighbor(neighbor)));
        return text.toString();
    }

    private static String neighbor(Neighbor neighbor) {
        var text = new StringBuilder("""
                [[neighbors]]
                  [neighbors.config]
                    neighbor-address = "%s"
                    peer-as = %d
                """.formatted(neighbor.address(), neighbor.as()));
        neighbor.option(Password.class)
                .forEach(password -> text.append("    auth-password = \"%s\"\n".formatted(password.text())));
        text.append(transport(neighbor));
        if (!neighbor.has(Timers.class)) {
            text.append(timers(1, 3));
        }
        neighbor.options().forEach(option -> text.append(option(option)));
        neighbor.families().stream().sorted().forEach(family -> text.append(family(family, neighbor)));
        return text.toString();
    }

    private static String transport(Neighbor neighbor) {
        var text = new StringBuilder("  [neighbors.transport.config]\n");
        text.append("    passive-mode = %b\n".formatted(neighbor.has(Passive.class)));
        neighbor.option(LocalAddress.class)
                .forEach(local -> text.append("    local-address = \"%s\"\n".formatted(local.address())));
        return text.toString();
    }

    private static String timers(int keepalive, int hold) {
        return """
                  [neighbors.timers.config]
                    connect-retry = 1
                    keepalive-interval = %d
                    hold-time = %d
                """.formatted(keepalive, hold);
    }

    private static String option(SessionOption option) {
        return switch (option) {
            case TtlSecurity(int hops) -> """
                  [neighbors.ttl-security.config]
                    enabled = true
                    ttl-min = %d
                """.formatted(MOST_TTL - hops + 1);
            case Multihop(int hops) -> """
                  [neighbors.ebgp-multihop.config]
                    enabled = true
                    multihop-ttl = %d
                """.formatted(hops);
            case Timers(int keepalive, int hold) -> timers(keepalive, hold);
            case GracefulRestart restart -> restart(restart);
            case Passive _,
                    LocalAddress _,
                    Password _,
                    Families _,
                    AddPathReceive _,
                    MaxPrefixes _,
                    ExtendedNextHop _ -> "";
            case Bfd _ -> throw new IllegalArgumentException("GoBGP 3 has no BFD");
        };
    }

    private static String restart(GracefulRestart restart) {
        return switch (restart.part()) {
            case NONE -> "";
            case HELPER -> """
                  [neighbors.graceful-restart.config]
                    enabled = true
                    helper-only = true
                """;
            case RESTARTER -> """
                  [neighbors.graceful-restart.config]
                    enabled = true
                    restart-time = %d
                """.formatted(RESTART_TIME);
        };
    }

    private static String family(Family family, Neighbor neighbor) {
        String more = neighbor.options().stream().map(GobgpConfig::familyOption).collect(Collectors.joining());
        return """
                  [[neighbors.afi-safis]]
                    [neighbors.afi-safis.config]
                      afi-safi-name = "%s-unicast"
                """.formatted(family.word()) + more;
    }

    private static String familyOption(SessionOption option) {
        return switch (option) {
            case AddPathReceive _ -> """
                    [neighbors.afi-safis.add-paths.config]
                      receive = true
                """;
            case MaxPrefixes(int most) -> """
                    [neighbors.afi-safis.prefix-limit.config]
                      max-prefixes = %d
                """.formatted(most);
            case GracefulRestart(RestartPart part) -> part == RestartPart.NONE ? "" : """
                    [neighbors.afi-safis.mp-graceful-restart.config]
                      enabled = true
                """;
            case Passive _,
                    LocalAddress _,
                    Password _,
                    TtlSecurity _,
                    Multihop _,
                    Timers _,
                    Bfd _,
                    Families _,
                    ExtendedNextHop _ -> "";
        };
    }
}
