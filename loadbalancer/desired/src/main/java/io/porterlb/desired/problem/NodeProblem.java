package io.porterlb.desired.problem;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.view.ServiceKey;
import java.util.List;

/// What is wrong with nodes.
public sealed interface NodeProblem extends Problem {
    /// Every node is kept out of load balancing, so that no address is announced.
    ///
    /// @param excluded the nodes that the label keeps out
    /// @param drained those of the others that are drained; one of the two lists is not empty
    record NoEligibleNode(List<String> excluded, List<String> drained) implements NodeProblem {
        @Override
        public String message() {
            return "No node may announce addresses:" + exclusion() + drains();
        }

        private String exclusion() {
            return excluded.isEmpty()
                    ? ""
                    : " the label node.kubernetes.io/exclude-from-external-load-balancers keeps out %s. Remove it from a node that should take traffic, or set it to false."
                            .formatted(Words.some(excluded));
        }

        private String drains() {
            return drained.isEmpty()
                    ? ""
                    : " drained: %s. Events of these Nodes say why; porterctl undrain takes back what porterctl drain did."
                            .formatted(Words.some(drained));
        }
    }

    /// Services share a Layer 2 address, and no node can answer for it, as none has endpoints of all that need some.
    record NoCommonNode(IpAddress address, List<ServiceKey> services) implements NodeProblem {
        @Override
        public String message() {
            return "No node answers for %s: externalTrafficPolicy Local of the Services that share it (%s) needs one with an endpoint of each. Let their Pods run on one node, or give them addresses of their own."
                    .formatted(
                            address,
                            Words.some(
                                    services.stream().map(ServiceKey::toString).toList()));
        }
    }

    /// The cluster has no such node.
    record NodeNotFound(String node) implements NodeProblem {
        @Override
        public String message() {
            return "There is no Node %s: start the agent with the name of its Node.".formatted(node);
        }
    }
}
