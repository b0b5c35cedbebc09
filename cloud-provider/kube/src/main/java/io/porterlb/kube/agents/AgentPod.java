package io.porterlb.kube.agents;

import java.util.Map;

/// A Pod of porter-agent that runs.
///
/// @param node where
/// @param port of its health address
/// @param nodeSelector which nodes are to have one
public record AgentPod(String namespace, String name, String node, int port, Map<String, String> nodeSelector) {
    public AgentPod {
        nodeSelector = Map.copyOf(nodeSelector);
    }
}
