package io.porterlb.manager.cloud;

import io.porterlb.desired.view.NodeAddress;
import io.porterlb.desired.view.NodeView;
import io.porterlb.manager.config.CloudConfig;
import io.porterlb.manager.config.NodeFacts;
import java.util.List;
import java.util.stream.Stream;

/// Machines that no cloud knows: what is known of one is what its Node says and what the operator wrote down.
///
/// @param config the file of `--cloud-config`
public record BareMetal(CloudConfig config) implements InstancesV2 {
    private static final String SCHEME = "porter://";

    @Override
    public boolean instanceExists(NodeView node) {
        return config.inventory()
                .map(inventory -> inventory.exists(node.name()))
                .orElse(true);
    }

    @Override
    public boolean instanceShutdown(NodeView node) {
        return config.inventory()
                .map(inventory -> inventory.isShutDown(node.name()))
                .orElse(false);
    }

    @Override
    public InstanceMetadata instanceMetadata(NodeView node) {
        NodeFacts facts = config.facts(node);
        return new InstanceMetadata(
                node.providerID().isEmpty() ? SCHEME + node.name() : node.providerID(),
                facts.instanceType(),
                addresses(node),
                facts.zone(),
                facts.region(),
                facts.labels());
    }

    /// What the kubelet was started with, and what the Node has already.
    private static List<NodeAddress> addresses(NodeView node) {
        String annotation = node.annotations().get(ProvidedIps.ANNOTATION);
        Stream<NodeAddress> provided =
                switch (annotation == null ? new ProvidedIps.Usable(List.of()) : ProvidedIps.read(annotation)) {
                    case ProvidedIps.Usable(var ips) ->
                        ips.stream()
                                .filter(ip -> !node.ips().contains(ip))
                                .map(ip -> new NodeAddress(NodeAddress.INTERNAL_IP, ip.toString()));
                    case ProvidedIps.Unusable _ -> Stream.empty();
                };
        return Stream.concat(provided, node.addresses().stream()).toList();
    }
}
