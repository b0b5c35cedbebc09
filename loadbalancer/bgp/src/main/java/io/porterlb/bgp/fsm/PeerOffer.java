package io.porterlb.bgp.fsm;

import io.porterlb.bgp.wire.Open;
import io.porterlb.bgp.wire.capability.AddPathCapability;
import io.porterlb.bgp.wire.capability.Capability;
import io.porterlb.bgp.wire.capability.EnhancedRouteRefreshCapability;
import io.porterlb.bgp.wire.capability.ExtendedNextHopCapability;
import io.porterlb.bgp.wire.capability.GracefulRestartCapability;
import io.porterlb.bgp.wire.capability.MultiprotocolCapability;
import io.porterlb.bgp.wire.capability.PathsLimitCapability;
import io.porterlb.bgp.wire.capability.RoleCapability;
import io.porterlb.bgp.wire.value.AddressFamily;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the capabilities of a peer's OPEN say, by subject.
///
/// @param capabilities in the order sent
public record PeerOffer(List<Capability> capabilities) {
    public PeerOffer {
        capabilities = List.copyOf(capabilities);
    }

    static PeerOffer of(Open open) {
        return new PeerOffer(open.capabilities());
    }

    private <C extends Capability> Stream<C> all(Class<C> kind) {
        return capabilities.stream().filter(kind::isInstance).map(kind::cast);
    }

    /// A peer without that capability at all speaks IPv4 unicast
    /// ([RFC 4760 8](https://www.rfc-editor.org/rfc/rfc4760#section-8)).
    Set<AddressFamily> families() {
        Set<AddressFamily> named = all(MultiprotocolCapability.class)
                .map(MultiprotocolCapability::family)
                .collect(Collectors.toSet());
        return named.isEmpty() ? Set.of(AddressFamily.IPV4_UNICAST) : named;
    }

    /// Whether it takes several paths of a prefix.
    boolean takesPaths(AddressFamily family) {
        return all(AddPathCapability.class)
                .flatMap(capability -> capability.mode(family).stream())
                .anyMatch(AddPathCapability.Mode::receives);
    }

    /// How many of them it takes at most; empty if it does not say.
    OptionalInt pathsLimit(AddressFamily family) {
        return all(PathsLimitCapability.class)
                .flatMapToInt(capability -> capability.limit(family).stream())
                .findFirst();
    }

    /// Whether it takes IPv4 routes with an IPv6 next hop.
    boolean extendedNextHop() {
        return all(ExtendedNextHopCapability.class)
                .anyMatch(capability ->
                        capability.encodings().contains(ExtendedNextHopCapability.Encoding.IPV4_OVER_IPV6));
    }

    /// Whether it knows the marks around the answer to a ROUTE-REFRESH.
    public boolean enhancedRouteRefresh() {
        return all(EnhancedRouteRefreshCapability.class).findAny().isPresent();
    }

    /// Empty if it knows nothing of graceful restart. Of several the last counts
    /// ([RFC 4724 3](https://www.rfc-editor.org/rfc/rfc4724#section-3)).
    public Optional<GracefulRestartCapability> gracefulRestart() {
        return all(GracefulRestartCapability.class).reduce((_, last) -> last);
    }

    Set<Integer> roles() {
        return all(RoleCapability.class).map(RoleCapability::role).collect(Collectors.toSet());
    }
}
