package io.porterlb.bgp.fsm;

import io.porterlb.address.IpFamily;
import io.porterlb.bgp.FamilyConfig;
import io.porterlb.bgp.GracefulRestart;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.wire.Open;
import io.porterlb.bgp.wire.attribute.AsPathSegment;
import io.porterlb.bgp.wire.capability.AddPathCapability;
import io.porterlb.bgp.wire.capability.Capability;
import io.porterlb.bgp.wire.capability.EnhancedRouteRefreshCapability;
import io.porterlb.bgp.wire.capability.ExtendedNextHopCapability;
import io.porterlb.bgp.wire.capability.FourOctetAsCapability;
import io.porterlb.bgp.wire.capability.GracefulRestartCapability;
import io.porterlb.bgp.wire.capability.MultiprotocolCapability;
import io.porterlb.bgp.wire.capability.RoleCapability;
import io.porterlb.bgp.wire.capability.RouteRefreshCapability;
import io.porterlb.bgp.wire.capability.StrictBfdCapability;
import io.porterlb.bgp.wire.value.AddressFamily;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Our OPEN. Of ADD-PATH only sending is offered, because nothing that comes is kept; long-lived graceful restart and
/// extended messages never are.
final class OurOffer {
    private static final Comparator<FamilyConfig> ORDER =
            Comparator.comparingInt(config -> config.family().afi());

    private final PeerConfig config;
    private final List<FamilyConfig> families;

    OurOffer(PeerConfig config) {
        this.config = config;
        this.families = config.families().stream().sorted(ORDER).toList();
    }

    /// @param plain without capabilities, for a peer that does not understand them
    /// @param restarted what of our state outlived a restart of ours
    Open open(boolean plain, Restarted restarted) {
        int holdTime = (int) config.times().hold().toSeconds();
        int myAs = AsPathSegment.toTwoOctets(config.localAs());
        return new Open(myAs, holdTime, config.routerId(), plain ? List.of() : capabilities(restarted));
    }

    private List<Capability> capabilities(Restarted restarted) {
        List<Capability> all = new ArrayList<>(multiprotocol());
        all.add(new RouteRefreshCapability());
        if (extendedNextHop()) {
            all.add(new ExtendedNextHopCapability(List.of(ExtendedNextHopCapability.Encoding.IPV4_OVER_IPV6)));
        }
        if (config.external()) { // RFC 9234 4.1: on eBGP sessions only
            config.role().ifPresent(role -> all.add(new RoleCapability(role.value())));
        }
        all.add(gracefulRestart(restarted));
        all.add(new FourOctetAsCapability(config.localAs()));
        List<AddPathCapability.Family> paths = addPath();
        if (!paths.isEmpty()) {
            all.add(new AddPathCapability(paths));
        }
        all.add(new EnhancedRouteRefreshCapability());
        if (config.strictBfd()) {
            all.add(new StrictBfdCapability());
        }
        return all;
    }

    List<Capability> multiprotocol() {
        return families.stream()
                .<Capability>map(family -> new MultiprotocolCapability(family.family()))
                .toList();
    }

    /// RFC 8950: IPv4 routes over a connection that may have no IPv4 address.
    boolean extendedNextHop() {
        return config.address().family() == IpFamily.V6
                && families.stream().anyMatch(family -> family.family().equals(AddressFamily.IPV4_UNICAST));
    }

    private List<AddPathCapability.Family> addPath() {
        return families.stream()
                .filter(family -> family.addPathSendMax() > 0)
                .map(family -> new AddPathCapability.Family(family.family(), AddPathCapability.Mode.SEND))
                .toList();
    }

    /// Without families it says that we help others only (RFC 4724 3).
    private GracefulRestartCapability gracefulRestart(Restarted restarted) {
        GracefulRestart ours = config.gracefulRestart();
        if (!ours.enabled()) {
            return new GracefulRestartCapability(false, false, 0, List.of());
        }
        List<GracefulRestartCapability.Family> kept = families.stream()
                .map(family -> new GracefulRestartCapability.Family(family.family(), restarted.forwarding()))
                .toList();
        int seconds = (int) ours.restartTime().toSeconds();
        return new GracefulRestartCapability(restarted.restarting(), ours.notification(), seconds, kept);
    }
}
