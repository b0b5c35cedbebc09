package io.porterlb.bgp.peer;

import io.porterlb.bgp.fsm.FamilyWords;
import io.porterlb.bgp.wire.capability.AddPathCapability;
import io.porterlb.bgp.wire.capability.Capability;
import io.porterlb.bgp.wire.capability.EnhancedRouteRefreshCapability;
import io.porterlb.bgp.wire.capability.ExtendedMessageCapability;
import io.porterlb.bgp.wire.capability.ExtendedNextHopCapability;
import io.porterlb.bgp.wire.capability.FourOctetAsCapability;
import io.porterlb.bgp.wire.capability.GracefulRestartCapability;
import io.porterlb.bgp.wire.capability.LongLivedGracefulRestartCapability;
import io.porterlb.bgp.wire.capability.MultiprotocolCapability;
import io.porterlb.bgp.wire.capability.PathsLimitCapability;
import io.porterlb.bgp.wire.capability.RoleCapability;
import io.porterlb.bgp.wire.capability.RouteRefreshCapability;
import io.porterlb.bgp.wire.capability.StrictBfdCapability;
import io.porterlb.bgp.wire.capability.UnknownCapability;
import java.util.Locale;
import java.util.stream.Collectors;

/// A capability in words, for people.
final class CapabilityWords {
    private CapabilityWords() {}

    static String of(Capability capability) {
        return switch (capability) {
            case MultiprotocolCapability(var family) -> FamilyWords.of(family);
            case RouteRefreshCapability() -> "route refresh";
            case ExtendedNextHopCapability _ -> "extended next hop";
            case ExtendedMessageCapability() -> "extended messages";
            case RoleCapability(var role) -> "role " + role;
            case GracefulRestartCapability restart -> words(restart);
            case FourOctetAsCapability(var as) -> "four-octet AS " + as;
            case AddPathCapability paths -> words(paths);
            case EnhancedRouteRefreshCapability() -> "enhanced route refresh";
            case LongLivedGracefulRestartCapability _ -> "long-lived graceful restart";
            case StrictBfdCapability() -> "strict BFD";
            case PathsLimitCapability _ -> "paths limit";
            case UnknownCapability(var code, var _) -> "capability " + code;
        };
    }

    private static String words(GracefulRestartCapability restart) {
        return restart.families().isEmpty()
                ? "graceful restart (helper only)"
                : "graceful restart (" + restart.restartTime() + " s)";
    }

    private static String words(AddPathCapability paths) {
        return paths.families().stream()
                .map(each ->
                        FamilyWords.of(each.family()) + " " + each.mode().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ", "ADD-PATH (", ")"));
    }
}
