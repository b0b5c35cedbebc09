package io.porterlb.desired.status;

import static java.util.stream.Collectors.toSet;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.allocation.Assignment;
import io.porterlb.desired.allocation.Holding;
import io.porterlb.desired.allocation.Notice;
import io.porterlb.desired.plan.BackEnd;
import io.porterlb.desired.plan.Eligibility;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.EipView;
import io.porterlb.desired.view.Layer2Report;
import io.porterlb.desired.view.Layer2Report.Owned;
import io.porterlb.desired.view.Layer2Report.State;
import io.porterlb.desired.view.NodeReport;
import io.porterlb.desired.view.NodeView;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.desired.view.TrafficPolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whether the addresses that Services have are announced, as far as the nodes' reports tell. Made for one view, and
/// for one thread.
///
/// Without any report nothing is known, and nothing is said. Of a Service with `externalTrafficPolicy: Local` it is
/// only if a node says that it has the address and can't answer for it: else it may be that it has no endpoint.
public final class Announcements {
    private final ClusterView view;
    private final List<NodeView> eligible;
    private final Set<String> speaking;
    private final Map<IpAddress, OnNode> owned = new HashMap<>();
    private final Map<String, Boolean> routed = new HashMap<>();
    private final boolean cut;

    /// @param node that reports it
    private record OnNode(String node, Owned owned) {}

    private Announcements(ClusterView view) {
        this.view = view;
        eligible = Eligibility.nodes(view);
        speaking = view.reports().values().stream()
                .filter(Announcements::hasSession)
                .map(NodeReport::node)
                .collect(toSet());
        boolean anyHeard = view.nodes().values().stream().anyMatch(node -> !node.unreachable());
        view.reports().values().stream()
                .filter(report -> !anyHeard || isHeard(report.node()))
                .forEach(this::note);
        cut = view.reports().values().stream()
                .flatMap(report -> report.layer2().stream())
                .anyMatch(layer2 -> layer2.more() > 0);
    }

    /// What a node that is gone or silent has reported may hide that nobody answers. If all are silent, it is rather
    /// the API server that does not hear them.
    private boolean isHeard(String node) {
        return Optional.ofNullable(view.nodes().get(node))
                .filter(one -> !one.unreachable())
                .isPresent();
    }

    public static Announcements of(ClusterView view) {
        return new Announcements(view);
    }

    private static boolean hasSession(NodeReport report) {
        return report.sessions().stream().anyMatch(session -> session.state().equals("ESTABLISHED"));
    }

    private void note(NodeReport report) {
        report.layer2().map(Layer2Report::addresses).orElse(List.of()).stream()
                .map(one -> new OnNode(report.node(), one))
                .forEach(one -> owned.merge(one.owned().address(), one, Announcements::better));
    }

    /// Of two reports that name one address, one is out of date.
    private static OnNode better(OnNode a, OnNode b) {
        return answers(a.owned()) ? a : b;
    }

    private static boolean answers(Owned one) {
        return switch (one.state()) {
            case ANNOUNCING, CONTESTED -> true;
            case PROBING, IN_USE, LINK_DOWN -> false;
        };
    }

    /// What is not announced though it should be: the message names each address.
    public Optional<Notice> missing(ServiceView service, Assignment.Held held) {
        boolean local = service.externalTrafficPolicy() == TrafficPolicy.LOCAL;
        return held.holdings().stream()
                .filter(one -> local
                        ? owned.containsKey(one.address())
                        : !view.reports().isEmpty())
                .flatMap(one -> missing(one).stream())
                .reduce((one, other) -> new Notice(one.reason(), one.message() + " " + other.message()));
    }

    private Optional<Notice> missing(Holding holding) {
        Optional<EipView> eip = Optional.ofNullable(view.eips().get(holding.eip()));
        if (eip.isEmpty() && unanswered(holding).isEmpty()) {
            return Optional.empty(); // where the Eip is gone, either will do
        }
        return switch (BackEnd.of(eip)) {
            case BGP ->
                routed.computeIfAbsent(holding.eip(), _ -> isRouted(eip)) ? Optional.empty() : unrouted(holding);
            case LAYER2 -> unanswered(holding);
        };
    }

    private boolean isRouted(Optional<EipView> eip) {
        return BackEnd.hosts(eip, eligible).stream().map(NodeView::name).anyMatch(speaking::contains);
    }

    private static Optional<Notice> unrouted(Holding holding) {
        return Optional.of(new Notice(
                "NoBgpSession",
                "No node that may announce %s has a BGP session that is up: see kubectl get bgppeer, and the nodes that Eip %s selects."
                        .formatted(holding.address(), holding.eip())));
    }

    private Optional<Notice> unanswered(Holding holding) {
        OnNode owner = owned.get(holding.address());
        if (owner == null && cut) {
            return Optional.empty(); // it may be among those that found no room in a report
        }
        if (owner == null) {
            return Optional.of(new Notice(
                    "NoNodeAnswers",
                    "No node answers for %s: the conditions of Eip %s and kubectl get porternode -o yaml tell why nodes can't."
                            .formatted(holding.address(), holding.eip())));
        }
        return answers(owner.owned())
                ? Optional.empty()
                : Optional.of(new Notice(
                        "NotAnsweredFor",
                        "Node %s does not answer for %s: %s"
                                .formatted(owner.node(), holding.address(), why(owner.owned()))));
    }

    private static String why(Owned owned) {
        return owned.state() == State.PROBING
                ? "it is still asking on the link whether somebody has it."
                : owned.message();
    }

    /// An address that somebody else answers for too.
    public Optional<Notice> contested(Assignment.Held held) {
        return held.addresses().stream()
                .flatMap(address -> Optional.ofNullable(owned.get(address)).stream())
                .filter(one -> one.owned().state() == State.CONTESTED)
                .findFirst()
                .map(one -> new Notice(
                        "AddressContested",
                        "Node %s: %s".formatted(one.node(), one.owned().message())));
    }
}
