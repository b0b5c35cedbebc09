package io.porterlb.desired.plan;

import io.porterlb.address.IpFamily;
import io.porterlb.desired.problem.NodeProblem;
import io.porterlb.desired.problem.Problem;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.NodeView;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.desired.view.TrafficPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which nodes may answer for an address: those that take traffic and that its Eip selects; where a Service at it
/// has `externalTrafficPolicy: Local`, those of them that have an endpoint of it. Addresses of one Eip share one set,
/// so that many nodes and many addresses do not multiply. For one view and one thread.
final class Candidates {
    private final ClusterView view;
    private final List<NodeView> eligible;
    private final Map<String, Set<String>> byEip = new HashMap<>();
    private final List<Problem> apart = new ArrayList<>();

    Candidates(ClusterView view) {
        this.view = view;
        eligible = Eligibility.nodes(view);
    }

    /// Empty if no node may.
    Optional<AnswerPlan> answer(Addresses.Shown shown) {
        List<ServiceView> services = shown.services();
        Set<String> nodes = nodes(shown, services);
        return nodes.isEmpty()
                ? Optional.empty()
                : Optional.of(new AnswerPlan(
                        shown.address(),
                        shown.pool(),
                        nodes,
                        services.stream().anyMatch(service -> service.isSilent(shown.address())),
                        services.stream().map(ServiceView::key).sorted().toList()));
    }

    private Set<String> nodes(Addresses.Shown shown, List<ServiceView> services) {
        IpFamily family = shown.address().family();
        List<Set<String>> local = services.stream()
                .filter(service -> service.externalTrafficPolicy() == TrafficPolicy.LOCAL)
                .map(service -> LocalEndpoints.nodes(view, service, family))
                .toList();
        // One that no node can serve loses nothing by where the others are answered for, and alone is no reason to
        List<Set<String>> served =
                local.stream().filter(nodes -> !nodes.isEmpty()).toList();
        boolean anyServed = local.size() < services.size() || !served.isEmpty();
        Set<String> nodes = anyServed ? narrowed(hosts(shown), served) : Set.of();
        if (nodes.isEmpty() && served.size() > 1) {
            apart.add(new NodeProblem.NoCommonNode(
                    shown.address(),
                    services.stream().map(ServiceView::key).sorted().toList()));
        }
        return nodes;
    }

    /// Of the addresses asked for, those that are not answered for only because those who share them live apart.
    List<Problem> apart() {
        return List.copyOf(apart);
    }

    private static Set<String> narrowed(Set<String> hosts, List<Set<String>> to) {
        if (to.isEmpty()) {
            return hosts;
        }
        Set<String> nodes = new HashSet<>(hosts);
        to.forEach(nodes::retainAll);
        return Set.copyOf(nodes);
    }

    private Set<String> hosts(Addresses.Shown shown) {
        return byEip.computeIfAbsent(
                shown.pool(),
                _ -> BackEnd.hosts(shown.eip(), eligible).stream()
                        .map(NodeView::name)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
