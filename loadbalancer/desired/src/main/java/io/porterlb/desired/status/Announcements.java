package io.porterlb.desired.status;

import static java.util.stream.Collectors.toSet;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.porterlb.desired.allocation.Assignment;
import io.porterlb.desired.allocation.Holding;
import io.porterlb.desired.allocation.Notice;
import io.porterlb.desired.plan.BackEnd;
import io.porterlb.desired.plan.Eligibility;
import io.porterlb.desired.plan.LocalEndpoints;
import io.porterlb.desired.problem.Words;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.EipView;
import io.porterlb.desired.view.NodeReport;
import io.porterlb.desired.view.NodeView;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.desired.view.TrafficPolicy;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Whether the addresses that Services have are announced, as far as the nodes' reports tell. Made for one
/// view, and for one thread.
///
/// Without any report nothing is known, and nothing is said. A Service with `externalTrafficPolicy: Local`
/// should be announced only where a node that may do so has an endpoint ([LocalEndpoints]): while the view
/// has nothing of its endpoints, nothing is said of it either.
public final class Announcements {
    private final ClusterView view;
    private final List<NodeView> eligible;
    private final Set<String> speaking;
    private final Layer2Owners owners;
    private final Map<String, Set<String>> hosts = new HashMap<>();

    private Announcements(ClusterView view) {
        this.view = view;
        eligible = Eligibility.nodes(view);
        speaking = view.reports().values().stream()
                .filter(Announcements::hasSession)
                .map(NodeReport::node)
                .collect(toSet());
        owners = Layer2Owners.of(view);
    }

    public static Announcements of(ClusterView view) {
        return new Announcements(view);
    }

    private static boolean hasSession(NodeReport report) {
        return report.sessions().stream().anyMatch(session -> session.state().equals("ESTABLISHED"));
    }

    /// What is not announced though it should be: the message names each address but those whose owner is
    /// only not heard.
    public Optional<Notice> missing(ServiceView service, Assignment.Held held) {
        return gaps(service, held)
                .flatMap(gap -> notice(service, gap).stream())
                .reduce((one, other) -> new Notice(one.reason(), one.message() + " " + other.message()));
    }

    /// Whether it takes the Service's endpoints to tell what is missing.
    public boolean hangsOnEndpoints(ServiceView service, Assignment.Held held) {
        return isLocal(service) && gaps(service, held).anyMatch(gap -> !gap.isOwned());
    }

    private static boolean isLocal(ServiceView service) {
        return service.externalTrafficPolicy() == TrafficPolicy.LOCAL;
    }

    private Optional<Notice> notice(ServiceView service, Gap gap) {
        if (!isLocal(service) || gap.isOwned()) {
            return Optional.of(gap.notice(""));
        }
        List<String> nodes = servingNodes(service, gap.holding());
        return nodes.isEmpty()
                ? Optional.empty()
                : Optional.of(gap.notice(", though there are endpoints on " + Words.some(nodes)));
    }

    private List<String> servingNodes(ServiceView service, Holding holding) {
        return LocalEndpoints.nodes(view, service, holding.address().family()).stream()
                .filter(hosts(holding.eip())::contains)
                .toList();
    }

    private Stream<Gap> gaps(ServiceView service, Assignment.Held held) {
        return view.reports().isEmpty()
                ? Stream.empty()
                : held.holdings().stream().flatMap(holding -> gap(service, holding).stream());
    }

    private Optional<Gap> gap(ServiceView service, Holding holding) {
        Optional<EipView> eip = eip(holding.eip());
        if (eip.isEmpty() && unanswered(service, holding).isEmpty()) {
            return Optional.empty(); // where the Eip is gone, either will do
        }
        return switch (BackEnd.of(eip)) {
            case BGP -> unrouted(holding);
            case LAYER2 -> unanswered(service, holding);
        };
    }

    private Optional<EipView> eip(String name) {
        return Optional.ofNullable(view.eips().get(name));
    }

    private Optional<Gap> unrouted(Holding holding) {
        return Collections.disjoint(hosts(holding.eip()), speaking)
                ? Optional.of(new Gap.NoSession(holding))
                : Optional.empty();
    }

    private Set<String> hosts(String eip) {
        return hosts.computeIfAbsent(
                eip,
                _ -> BackEnd.hosts(eip(eip), eligible).stream()
                        .map(NodeView::name)
                        .collect(toUnmodifiableSet()));
    }

    private Optional<Gap> unanswered(ServiceView service, Holding holding) {
        Optional<Layer2Owners.Owner> owner = owners.of(holding.address());
        if (owner.isEmpty()) { // where reports are cut, it may be among those that found no room in one
            return owners.isCut() ? Optional.empty() : Optional.of(unowned(service, holding));
        }
        return owner.filter(one -> !one.answers()).map(one -> new Gap.Hindered(holding, one.node(), one.why()));
    }

    /// What has been said to be silent was so after the last words of whoever is not heard.
    private Gap unowned(ServiceView service, Holding holding) {
        return owners.unheard(holding.address())
                .filter(_ -> !service.isSilent(holding.address()))
                .<Gap>map(last -> new Gap.OwnerNotHeard(holding, last.node()))
                .orElseGet(() -> new Gap.NoOwner(holding));
    }

    /// An address that somebody else answers for too.
    public Optional<Notice> contested(Assignment.Held held) {
        return held.addresses().stream()
                .flatMap(address -> owners.of(address).stream())
                .filter(Layer2Owners.Owner::isContested)
                .findFirst()
                .map(one -> new Notice("AddressContested", "Node %s: %s".formatted(one.node(), one.why())));
    }
}
