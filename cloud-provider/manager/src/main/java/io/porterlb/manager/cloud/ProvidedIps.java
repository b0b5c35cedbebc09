package io.porterlb.manager.cloud;

import io.porterlb.address.IpAddress;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The addresses that a kubelet under `--cloud-provider=external` was started with (`--node-ip`), as it hands
/// them to the cloud provider in an annotation (`k8s.io/kubernetes/pkg/kubelet/nodestatus/setters.go`).
public sealed interface ProvidedIps {
    /// One address, or an IPv4 and an IPv6 address with a comma between them.
    String ANNOTATION = "alpha.kubernetes.io/provided-node-ip";

    /// One address, or one of each family, the preferred first.
    record Usable(List<IpAddress> addresses) implements ProvidedIps {
        public Usable {
            addresses = List.copyOf(addresses);
        }
    }

    /// They can't be those of a Node.
    ///
    /// @param reason what is wrong with it, without a full stop
    record Unusable(String reason) implements ProvidedIps {}

    /// Reads the annotation by the rules for it (`k8s.io/component-helpers/node/util/ips.go`), and refuses what
    /// a kubelet refuses as its own address (`pkg/kubelet/kubelet_node_status.go`, `validateNodeIP`).
    static ProvidedIps read(String annotation) {
        List<IpAddress> addresses = new ArrayList<>();
        for (String text : annotation.split(",", -1)) {
            Optional<IpAddress> address = IpAddress.parse(text.strip()).filter(ProvidedIps::canBeANodes);
            if (address.isEmpty()) {
                return new Unusable("'" + text.strip() + "' is not the address of a node");
            }
            addresses.add(address.get());
        }
        boolean oneOfEach = addresses.stream().map(IpAddress::family).distinct().count() == addresses.size();
        return oneOfEach ? new Usable(addresses) : new Unusable("there is more than one address of a family");
    }

    private static boolean canBeANodes(IpAddress address) {
        InetAddress inet = address.toInetAddress();
        return !inet.isAnyLocalAddress()
                && !inet.isLoopbackAddress()
                && !inet.isMulticastAddress()
                && !inet.isLinkLocalAddress();
    }
}
