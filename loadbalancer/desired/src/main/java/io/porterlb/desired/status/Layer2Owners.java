package io.porterlb.desired.status;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.Layer2Report;
import io.porterlb.desired.view.Layer2Report.Owned;
import io.porterlb.desired.view.Layer2Report.State;
import io.porterlb.desired.view.NodeReport;
import io.porterlb.desired.view.NodeView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whose each Layer 2 address is, as nodes report it. What a node that is gone or silent has reported may
/// hide that nobody answers, and counts for nothing. If all are silent, it is rather the API server that
/// does not hear them.
///
/// @param isCut whether there are addresses for which a report had no room
record Layer2Owners(Map<IpAddress, Owner> owners, boolean isCut) {
    /// The node that an address belongs to.
    record Owner(String node, Owned owned) {
        boolean answers() {
            return switch (owned.state()) {
                case ANNOUNCING, CONTESTED -> true;
                case PROBING, IN_USE, LINK_DOWN -> false;
            };
        }

        boolean isContested() {
            return owned.state() == State.CONTESTED;
        }

        /// As a sentence.
        String why() {
            return owned.state() == State.PROBING
                    ? "it is still asking on the link whether somebody has it."
                    : owned.message();
        }

        /// Of two reports that name one address, one is out of date.
        private Owner or(Owner other) {
            return answers() ? this : other;
        }
    }

    static Layer2Owners of(ClusterView view) {
        boolean anyHeard = view.nodes().values().stream().anyMatch(node -> !node.unreachable());
        Map<IpAddress, Owner> owners = new HashMap<>();
        view.reports().values().stream()
                .filter(report -> !anyHeard || isHeard(view, report.node()))
                .forEach(report -> addresses(report)
                        .forEach(one -> owners.merge(one.address(), new Owner(report.node(), one), Owner::or)));
        boolean cut = view.reports().values().stream()
                .flatMap(report -> report.layer2().stream())
                .anyMatch(layer2 -> layer2.more() > 0);
        return new Layer2Owners(owners, cut);
    }

    private static boolean isHeard(ClusterView view, String name) {
        NodeView node = view.nodes().get(name);
        return node != null && !node.unreachable();
    }

    private static List<Owned> addresses(NodeReport report) {
        return report.layer2().map(Layer2Report::addresses).orElse(List.of());
    }

    Optional<Owner> of(IpAddress address) {
        return Optional.ofNullable(owners.get(address));
    }
}
