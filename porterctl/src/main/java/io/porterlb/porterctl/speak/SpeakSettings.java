package io.porterlb.porterctl.speak;

import io.porterlb.address.IpFamily;
import io.porterlb.bfd.BfdSessionConfig;
import io.porterlb.bgp.FamilyConfig;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.wire.value.AddressFamily;
import io.porterlb.porterctl.speak.text.RouteText;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a run starts with.
///
/// @param listen where peers may connect to
/// @param peers at least one
/// @param bfd sessions that watch the way to the peers, by the peers' names
/// @param addPath whether several paths of a prefix are told
/// @param routes to announce from the start
record SpeakSettings(
        Set<InetSocketAddress> listen,
        Set<PeerConfig> peers,
        Set<BfdSessionConfig> bfd,
        boolean addPath,
        List<RouteText> routes) {
    SpeakSettings {
        listen = Set.copyOf(listen);
        peers = Set.copyOf(peers);
        bfd = Set.copyOf(bfd);
        routes = List.copyOf(routes);
    }

    /// The routes from the start.
    ///
    /// @throws IllegalArgumentException if one can't be announced; the message is for the user
    RouteTable table() {
        RouteTable table = new RouteTable(addPath);
        for (RouteText route : routes) {
            problemOf(route).or(() -> table.announce(route)).ifPresent(problem -> {
                throw new IllegalArgumentException(problem);
            });
        }
        return table;
    }

    /// Why nobody could be told of the route; empty if somebody can.
    Optional<String> problemOf(RouteText route) {
        IpFamily family = route.prefix().address().family();
        boolean wanted = peers.stream()
                .flatMap(peer -> peer.families().stream())
                .map(FamilyConfig::family)
                .anyMatch(AddressFamily.unicast(family)::equals);
        return wanted
                ? Optional.empty()
                : Optional.of("no peer is offered routes such as " + route.prefix() + ": add --family "
                        + FamilyOption.name(family));
    }
}
