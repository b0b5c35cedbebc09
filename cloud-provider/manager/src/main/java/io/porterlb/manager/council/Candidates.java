package io.porterlb.manager.council;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.plan.Drain;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.CouncilView;
import io.porterlb.desired.view.NodeAddress;
import io.porterlb.desired.view.NodeView;
import io.porterlb.ownership.Endpoint;
import io.porterlb.ownership.Member;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The nodes that may have a seat. A node that is drained, or excluded from load balancers, may: it lives.
///
/// @param members those whose agents take part, and where these are spoken to
/// @param awaited names of those whose agents don't, or have not said so yet
/// @param off names of those that are off for certain: somebody vouches for it
record Candidates(Set<Member> members, Set<String> awaited, Set<String> off) {
    private static final Set<Drain> OFF = EnumSet.of(Drain.OUT_OF_SERVICE, Drain.SHUT_DOWN);

    static Candidates of(ClusterView view, Reports reports, int port) {
        Set<Member> members = new HashSet<>();
        Set<String> awaited = new HashSet<>();
        for (NodeView node : view.nodes().values()) {
            Optional<IpAddress> address = address(node).filter(_ -> lives(node));
            if (reports.takesPart(node.name())) {
                address.ifPresent(known -> members.add(new Member(node.name(), new Endpoint(known, port))));
            } else {
                address.ifPresent(_ -> awaited.add(node.name()));
            }
        }
        Set<String> off = Stream.concat(tainted(view), gone(view)).collect(Collectors.toUnmodifiableSet());
        return new Candidates(Set.copyOf(members), Set.copyOf(awaited), off);
    }

    /// An administrator's taint alone vouches, and only together with a silent kubelet. That of a cloud provider
    /// comes from a list, which may be out of date.
    private static Stream<String> tainted(ClusterView view) {
        return view.nodes().values().stream()
                .filter(node -> node.unreachable() && Drain.of(node).contains(Drain.OUT_OF_SERVICE))
                .map(NodeView::name);
    }

    /// That a Node is gone vouches for nothing: its agent may still run.
    private static Stream<String> gone(ClusterView view) {
        return Optional.ofNullable(view.councils().get(CouncilView.NAME)).stream()
                .flatMap(council -> council.off().stream())
                .filter(name -> !view.nodes().containsKey(name));
    }

    /// Whether nobody says that it is off, going, or not heard of.
    private static boolean lives(NodeView node) {
        return !node.deleting() && !node.unreachable() && !isDeclaredOff(node);
    }

    static boolean isDeclaredOff(NodeView node) {
        return Drain.of(node).stream().anyMatch(OFF::contains);
    }

    private static Optional<IpAddress> address(NodeView node) {
        return node.addresses().stream()
                .filter(address -> address.type().equals(NodeAddress.INTERNAL_IP))
                .flatMap(address -> address.ip().stream())
                .findFirst();
    }

    boolean has(String node) {
        return members.stream().anyMatch(member -> member.name().equals(node));
    }

    /// Whether these are all off, and there is somebody left.
    boolean vouchFor(Collection<String> lost) {
        return off.containsAll(lost) && !members.isEmpty();
    }
}
