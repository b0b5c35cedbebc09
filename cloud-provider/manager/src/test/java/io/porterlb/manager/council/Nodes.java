package io.porterlb.manager.council;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.plan.Drain;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.CouncilView;
import io.porterlb.desired.view.CouncilView.Seat;
import io.porterlb.desired.view.CouncilView.Seats;
import io.porterlb.desired.view.Layer2Report;
import io.porterlb.desired.view.NodeReport;
import io.porterlb.desired.view.NodeView;
import io.porterlb.desired.view.Readiness;
import io.porterlb.manager.ANode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Nodes named by one letter each, and what their agents report.
final class Nodes {
    static final int PORT = 10_361;

    private final Map<String, NodeView> nodes = new HashMap<>();
    private final Map<String, NodeReport> reports = new HashMap<>();
    private Optional<CouncilView> council = Optional.empty();

    /// Nodes whose agents take part.
    static Nodes named(String letters) {
        Nodes all = new Nodes();
        letters(letters).forEach(name -> all.node(node(name)).reports(name, 0, false));
        return all;
    }

    static Stream<String> letters(String text) {
        return text.chars().mapToObj(Character::toString);
    }

    static ANode node(String name) {
        return ANode.named(name)
                .addresses("Hostname", name, "ExternalIP", "203.0.113.1", "InternalIP", address(name))
                .addresses("InternalIP", "fd00::1");
    }

    static String address(String name) {
        return "192.0.2." + (int) name.charAt(0);
    }

    /// Puts a Node in the place of that of its name.
    Nodes node(ANode node) {
        nodes.put(node.view().name(), node.view());
        return this;
    }

    /// Without the Node, and, as the API server's garbage collector sees to it, without its report.
    Nodes without(String name) {
        nodes.remove(name);
        reports.remove(name);
        return this;
    }

    Nodes reports(String name, long generation, boolean inForce) {
        return reports(
                name, Optional.of(new Layer2Report(List.of(), 0, Map.of(), List.of(), generation, inForce, "7")));
    }

    /// All of these report the same.
    Nodes report(String letters, long generation, boolean inForce) {
        letters(letters).forEach(name -> reports(name, generation, inForce));
        return this;
    }

    Nodes reports(String name, Optional<Layer2Report> layer2) {
        reports.put(name, new NodeReport(name, List.of(), Optional.empty(), layer2, "", ""));
        return this;
    }

    Nodes council(long generation, String seats, String previous) {
        return council(new CouncilView(CouncilView.NAME, generation, seats(seats), seats(previous), Set.of()));
    }

    /// Has the annotation on the council name these.
    Nodes annotated(Set<String> off) {
        CouncilView now = council.orElseThrow();
        return council(new CouncilView(now.name(), now.generation(), now.now(), now.previous(), off));
    }

    /// Nodes whose kubelets are not heard of.
    Nodes silent(String letters) {
        letters(letters).forEach(name -> node(node(name).is(Readiness.UNKNOWN)));
        return this;
    }

    /// Silent ones of which an administrator says that they are off.
    Nodes declaredOff(String letters) {
        letters(letters).forEach(name -> node(node(name).is(Readiness.UNKNOWN).taint(Drain.OUT_OF_SERVICE_TAINT)));
        return this;
    }

    Nodes council(CouncilView stored) {
        council = Optional.of(stored);
        return this;
    }

    private static Seats seats(String letters) {
        return new Seats(
                letters(letters)
                        .map(name -> new Seat(name, IpAddress.of(address(name)), PORT))
                        .toList(),
                false);
    }

    Optional<CouncilView> council() {
        return council;
    }

    ClusterView view() {
        ClusterView none = ClusterView.EMPTY;
        return new ClusterView(
                none.services(),
                none.endpoints(),
                Map.copyOf(nodes),
                none.namespaces(),
                none.eips(),
                none.confs(),
                none.peers(),
                none.records(),
                Map.copyOf(reports),
                council.map(stored -> Map.of(stored.name(), stored)).orElse(Map.of()),
                Optional.empty());
    }

    CouncilPlan plan() {
        return CouncilPlan.of(view(), new CouncilSettings(PORT, false));
    }

    /// The names of a council's seats, in order, and of those before.
    static String text(CouncilView council) {
        return council.generation() + " " + names(council.now()) + " after " + names(council.previous());
    }

    private static String names(Seats seats) {
        return String.join("", seats.seats().stream().map(Seat::node).toList());
    }
}
