package io.porterlb.desired.plan;

import io.porterlb.address.IpFamily;
import io.porterlb.address.Prefix;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.EipAnnouncement;
import io.porterlb.desired.view.EndpointView;
import io.porterlb.desired.view.NodeView;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.desired.view.TrafficPolicy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Which prefixes lead to one node.
record Reachability(ClusterView view, NodeView node) {
    /// In order, each prefix once. Those to a drained node are leaving.
    List<PlannedRoute> routes(List<Addresses.Shown> announced) {
        TreeMap<Prefix, PlannedRoute> routes = new TreeMap<>();
        announced.stream()
                .filter(this::leadsUndrained)
                .flatMap(this::routes)
                .forEach(route -> routes.merge(route.prefix(), route, Merging::merge));
        return List.copyOf(routes.values());
    }

    /// Whether the node announces the address, and is to go on.
    boolean leads(Addresses.Shown announced) {
        return Drain.of(node).isEmpty() && leadsUndrained(announced);
    }

    private boolean leadsUndrained(Addresses.Shown announced) {
        return Eligibility.eligibleUndrained(node)
                && BackEnd.carries(announced.eip(), node)
                && reachable(announced.services(), announced.address().family());
    }

    /// All of them, but for those that no node can serve: such a one loses nothing where the others lead here,
    /// and alone is no reason to.
    private boolean reachable(List<ServiceView> services, IpFamily family) {
        List<ServiceView> served =
                services.stream().filter(service -> served(service, family)).toList();
        return !served.isEmpty() && served.stream().allMatch(service -> reachable(service, family));
    }

    /// An aggregate can't prefer a node for one of its addresses, so that one with affinity is announced by itself too.
    /// The aggregate stays, for routers that take nothing longer.
    private Stream<PlannedRoute> routes(Addresses.Shown announced) {
        Prefix usual = Aggregation.prefix(announced.address(), announced.eip());
        if (!Affinity.wanted(announced.services())) {
            return Stream.of(route(announced, usual, 0));
        }
        Prefix host = Prefix.host(announced.address());
        int place = new Succession(view, announced).place(node);
        return Stream.of(usual, host)
                .distinct()
                .map(prefix -> route(announced, prefix, prefix.equals(host) ? place : 0));
    }

    private PlannedRoute route(Addresses.Shown announced, Prefix prefix, int standby) {
        EipAnnouncement how = BackEnd.announcement(announced.eip());
        return new PlannedRoute(
                prefix,
                Optional.empty(),
                how.policy(),
                standby,
                bandwidth(how, announced),
                how.peers(),
                announced.services().stream().map(ServiceView::key).sorted().toList(),
                !Drain.of(node).isEmpty());
    }

    private boolean served(ServiceView service, IpFamily family) {
        return switch (service.externalTrafficPolicy()) {
            case CLUSTER -> true;
            case LOCAL ->
                LocalEndpoints.usable(endpoints(service, family)).findAny().isPresent();
        };
    }

    private boolean reachable(ServiceView service, IpFamily family) {
        return switch (service.externalTrafficPolicy()) {
            case CLUSTER -> true;
            case LOCAL -> localEndpoints(service, family) > 0;
        };
    }

    private long localEndpoints(ServiceView service, IpFamily family) {
        return LocalEndpoints.at(node.name(), endpoints(service, family));
    }

    private List<EndpointView> endpoints(ServiceView service, IpFamily family) {
        return LocalEndpoints.of(view, service, family);
    }

    /// As much as the node's own endpoints stand for; where it passes traffic on, they say nothing.
    private OptionalLong bandwidth(EipAnnouncement how, Addresses.Shown announced) {
        List<ServiceView> services = announced.services();
        boolean local = services.stream().allMatch(s -> s.externalTrafficPolicy() == TrafficPolicy.LOCAL);
        if (!local || how.linkBandwidth().isEmpty()) {
            return OptionalLong.empty();
        }
        long endpoints = services.stream()
                .mapToLong(
                        service -> localEndpoints(service, announced.address().family()))
                .sum();
        return OptionalLong.of(endpoints * how.linkBandwidth().getAsLong());
    }
}
