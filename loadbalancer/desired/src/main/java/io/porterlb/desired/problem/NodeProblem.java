package io.porterlb.desired.problem;

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

    /// The cluster has no such node.
    record NodeNotFound(String node) implements NodeProblem {
        @Override
        public String message() {
            return "There is no Node %s: start the agent with the name of its Node.".formatted(node);
        }
    }
}
