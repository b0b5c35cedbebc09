package io.porterlb.desired.status;

import io.porterlb.desired.plan.Sessions;
import io.porterlb.desired.problem.PeerProblem;
import io.porterlb.desired.view.BgpPeerView;
import io.porterlb.desired.view.NodeView;
import io.porterlb.desired.view.PasswordSource;
import io.porterlb.desired.view.SessionReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/// The status of one BgpPeer.
///
/// @param nodes the nodes that it selects, by name
/// @param sessions what is planned, of every node
/// @param reports what agents say of this BgpPeer, by node
record PeerReport(
        BgpPeerView peer,
        NavigableMap<String, NodeView> nodes,
        Map<String, Sessions> sessions,
        Map<String, SessionReport> reports) {
    BgpPeerStatus status() {
        int established =
                (int) nodes.values().stream().filter(this::established).count();
        return new BgpPeerStatus(shown(), established, nodes.size(), conditions());
    }

    private List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>(List.of(ready(), Conditions.supported(peer.unsupported())));
        if (peer.password() instanceof PasswordSource.ClearText) {
            conditions.add(
                    new Condition(
                            Condition.PASSWORD_HIDDEN,
                            false,
                            "PasswordInClearText",
                            "Anyone who may read the BgpPeer may read spec.conf.authPassword: put the password into a Secret in the agents' namespace and name that in spec.authSecretRef."));
        }
        return conditions;
    }

    /// What an unreachable node has said last may no longer be so.
    private boolean established(NodeView node) {
        SessionReport report = reports.get(node.name());
        return !node.unreachable() && report != null && report.state().equals("ESTABLISHED");
    }

    private Map<String, SessionReport> shown() {
        boolean all = nodes.size() <= BgpPeerStatus.MAX_NODES;
        Map<String, SessionReport> shown = new LinkedHashMap<>();
        for (NodeView node : nodes.values()) {
            SessionReport report = reports.get(node.name());
            if (report != null && shown.size() < BgpPeerStatus.MAX_NODES && (all || !established(node))) {
                shown.put(node.name(), report);
            }
        }
        return shown;
    }

    private Condition ready() {
        if (nodes.isEmpty()) {
            return Conditions.notReady(
                    "NoNodeSelected", "spec.nodeSelector selects no node: change it or label a node.");
        }
        if (peer.neighbor().adminDown()) {
            return Conditions.notReady(
                    "AdminDown", "spec.conf.adminDown is true: set it to false to open the sessions.");
        }
        List<Condition> failures =
                nodes.values().stream().flatMap(node -> failure(node).stream()).toList();
        if (failures.isEmpty()) {
            return Conditions.ready(
                    "SessionsEstablished", "Sessions established: %d of %d.".formatted(nodes.size(), nodes.size()));
        }
        Condition first = failures.getFirst();
        String more =
                failures.size() == 1 ? "" : " %d of %d nodes have no session.".formatted(failures.size(), nodes.size());
        return Conditions.notReady(first.reason(), first.message() + more);
    }

    private Optional<Condition> failure(NodeView node) {
        String name = node.name();
        Optional<PeerProblem> problem = Optional.ofNullable(sessions.get(name))
                .map(planned -> planned.problems().get(peer.name()));
        if (problem.isPresent()) {
            return Optional.of(
                    failure(name, problem.get().reason(), problem.get().message()));
        }
        if (node.unreachable()) {
            return Optional.of(failure(
                    name, "NodeUnreachable", "it has not been heard of for a while, so its session is not known."));
        }
        SessionReport report = reports.get(name);
        if (report == null) {
            return Optional.of(failure(
                    name, "NoReport", "its agent has not reported the session: see whether porter-agent runs there."));
        }
        return established(node) ? Optional.empty() : Optional.of(failure(name, report));
    }

    private static Condition failure(String node, SessionReport report) {
        String reason = report.reason().isEmpty() ? "SessionNotEstablished" : report.reason();
        // Without the state where the reason is known: it changes with every attempt, the reason does not
        String message = report.message().isEmpty()
                ? "the session with %s is in state %s".formatted(report.neighborAddress(), report.state())
                : report.message();
        return failure(node, reason, message.endsWith(".") ? message : message + ".");
    }

    private static Condition failure(String node, String reason, String message) {
        return Conditions.notReady(reason, "Node " + node + ": " + message);
    }
}
