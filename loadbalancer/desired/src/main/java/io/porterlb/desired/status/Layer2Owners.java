package io.porterlb.desired.status;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.Layer2Report.Owned;
import io.porterlb.desired.view.Layer2Report.State;
import io.porterlb.desired.view.NodeReport;
import io.porterlb.desired.view.NodeView;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/// Whose each Layer 2 address is, as nodes report it. What a node that is gone or silent has reported may
/// hide that nobody answers, and shows at most who had it last. If all are silent, it is rather the API
/// server that does not hear them.
///
/// @param unheard whose it was, by what silent nodes have reported
/// @param isCut whether there are addresses for which a report had no room
record Layer2Owners(Map<IpAddress, Owner> owners, Map<IpAddress, Owner> unheard, boolean isCut) {
    /// The node that an address belongs to.
    record Owner(String node, Owned owned) {
        private static final Comparator<Owner> LATER = Comparator.<Owner, String>comparing(
                        owner -> owner.owned().since())
                .thenComparing(Owner::node);

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

        /// Of two that are not heard, the one that had it last.
        private Owner orLater(Owner other) {
            return LATER.compare(this, other) > 0 ? this : other;
        }
    }

    static Layer2Owners of(ClusterView view) {
        boolean anyHeard = view.nodes().values().stream().anyMatch(node -> !node.unreachable());
        Map<IpAddress, Owner> owners = new HashMap<>();
        Map<IpAddress, Owner> unheard = new HashMap<>();
        for (NodeView node : view.nodes().values()) {
            boolean silent = anyHeard && node.unreachable();
            reported(view, node)
                    .forEach(silent ? one -> put(unheard, one, Owner::orLater) : one -> put(owners, one, Owner::or));
        }
        boolean cut = view.reports().values().stream()
                .flatMap(report -> report.layer2().stream())
                .anyMatch(layer2 -> layer2.more() > 0);
        return new Layer2Owners(owners, unheard, cut);
    }

    private static void put(Map<IpAddress, Owner> owners, Owner owner, BinaryOperator<Owner> either) {
        owners.merge(owner.owned().address(), owner, either);
    }

    private static Stream<Owner> reported(ClusterView view, NodeView node) {
        return Optional.ofNullable(view.reports().get(node.name())).flatMap(NodeReport::layer2).stream()
                .flatMap(report -> report.addresses().stream())
                .map(one -> new Owner(node.name(), one));
    }

    Optional<Owner> of(IpAddress address) {
        return Optional.ofNullable(owners.get(address));
    }

    /// The silent node that answered for an address when it was heard last.
    Optional<Owner> unheard(IpAddress address) {
        return Optional.ofNullable(unheard.get(address)).filter(Owner::answers);
    }
}
