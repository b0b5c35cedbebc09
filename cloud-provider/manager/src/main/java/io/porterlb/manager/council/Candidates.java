package io.porterlb.manager.council;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.plan.Drain;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.NodeAddress;
import io.porterlb.desired.view.NodeReport;
import io.porterlb.desired.view.NodeView;
import io.porterlb.ownership.Endpoint;
import io.porterlb.ownership.Member;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The nodes that may have a seat. A node that is drained, or excluded from load balancers, may: it lives.
///
/// @param members those whose agents take part, and where these are spoken to
/// @param awaited names of those whose agents don't, or have not said so yet
/// @param off names of those that are off for certain: somebody vouches for it by a taint, and their
///     kubelets have not been heard of
record Candidates(Set<Member> members, Set<String> awaited, Set<String> off) {
    private static final Set<Drain> OFF = EnumSet.of(Drain.OUT_OF_SERVICE, Drain.SHUT_DOWN);

    static Candidates of(ClusterView view, int port) {
        Set<Member> members = new HashSet<>();
        Set<String> awaited = new HashSet<>();
        Set<String> off = view.nodes().values().stream()
                .filter(node -> node.unreachable() && isDeclaredOff(node))
                .map(NodeView::name)
                .collect(Collectors.toUnmodifiableSet());
        for (NodeView node : view.nodes().values()) {
            Optional<IpAddress> address = address(node).filter(_ -> lives(node));
            if (takesPart(view, node)) {
                address.ifPresent(known -> members.add(new Member(node.name(), new Endpoint(known, port))));
            } else {
                address.ifPresent(_ -> awaited.add(node.name()));
            }
        }
        return new Candidates(Set.copyOf(members), Set.copyOf(awaited), off);
    }

    /// Whether nobody says that it is off, going, or not heard of.
    private static boolean lives(NodeView node) {
        return !node.deleting() && !node.unreachable() && !isDeclaredOff(node);
    }

    private static boolean isDeclaredOff(NodeView node) {
        return Drain.of(node).stream().anyMatch(OFF::contains);
    }

    private static Optional<IpAddress> address(NodeView node) {
        return node.addresses().stream()
                .filter(address -> address.type().equals(NodeAddress.INTERNAL_IP))
                .flatMap(address -> address.ip().stream())
                .findFirst();
    }

    private static boolean takesPart(ClusterView view, NodeView node) {
        return Optional.ofNullable(view.reports().get(node.name()))
                .flatMap(NodeReport::layer2)
                .isPresent();
    }
}
