package io.porterlb.manager.node;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.view.NodeAddress;
import io.porterlb.desired.view.NodeView;
import io.porterlb.manager.cloud.ProvidedIps;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What `status.addresses` of a Node should be, by the rules of `k8s.io/cloud-provider` (`updateNodeAddress` in
/// `controllers/node/node_controller.go`, and `node/helpers/address.go`). Pure.
sealed interface NodeAddresses {
    /// What to write.
    ///
    /// @param addresses empty where the provider knows none: then they stay as they are
    record Wanted(List<NodeAddress> addresses) implements NodeAddresses {}

    /// The addresses that the kubelet was started with can't be those of the Node.
    ///
    /// @param sentence what is wrong and what to do
    record Unusable(String sentence) implements NodeAddresses {}

    /// What is to be there.
    ///
    /// @param known those that the provider knows, in order
    static NodeAddresses of(NodeView node, List<NodeAddress> known) {
        List<NodeAddress> all = withHostname(node, known);
        String annotation = node.annotations().get(ProvidedIps.ANNOTATION);
        if (annotation == null) {
            return new Wanted(all);
        }
        return switch (ProvidedIps.read(annotation)) {
            case ProvidedIps.Usable(var ips) -> provided(node, ips, all);
            case ProvidedIps.Unusable(String reason) -> unusable(node, annotation, reason);
        };
    }

    /// The kubelet knows its host name; a provider need not.
    private static List<NodeAddress> withHostname(NodeView node, List<NodeAddress> known) {
        boolean named = known.stream().anyMatch(NodeAddresses::isHostname);
        Stream<NodeAddress> carried = known.isEmpty() || named
                ? Stream.empty()
                : node.addresses().stream().filter(NodeAddresses::isHostname);
        return Stream.concat(known.stream(), carried).distinct().toList();
    }

    private static boolean isHostname(NodeAddress address) {
        return address.type().equals(NodeAddress.HOSTNAME);
    }

    /// They come first, and are the only ones of their type.
    private static NodeAddresses provided(NodeView node, List<IpAddress> ips, List<NodeAddress> all) {
        for (IpAddress ip : ips) {
            if (all.stream().noneMatch(address -> is(address, ip))) {
                return unusable(node, ip.toString(), "the cloud provider knows no such address of the machine");
            }
        }
        List<NodeAddress> first = ips.stream()
                .flatMap(ip -> all.stream().filter(address -> is(address, ip)))
                .toList();
        Set<String> types = first.stream().map(NodeAddress::type).collect(Collectors.toSet());
        Stream<NodeAddress> others = all.stream().filter(address -> !types.contains(address.type()));
        return new Wanted(Stream.concat(first.stream(), others).toList());
    }

    private static boolean is(NodeAddress address, IpAddress ip) {
        return address.ip().equals(Optional.of(ip));
    }

    private static Unusable unusable(NodeView node, String text, String reason) {
        return new Unusable(
                ("Node %s can't use what its annotation %s says, \"%s\": %s. Start its kubelet with --node-ip"
                                + " of one of its addresses, or of an IPv4 and an IPv6 address with a comma between them.")
                        .formatted(node.name(), ProvidedIps.ANNOTATION, text, reason));
    }
}
