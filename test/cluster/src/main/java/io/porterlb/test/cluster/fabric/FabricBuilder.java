package io.porterlb.test.cluster.fabric;

import io.porterlb.test.cluster.fabric.Topology.Cable;
import io.porterlb.test.cluster.fabric.Topology.Host;
import io.porterlb.test.cluster.fabric.Topology.Port;
import io.porterlb.test.cluster.network.Names;
import io.porterlb.test.cluster.network.NetworkNamespace;
import io.porterlb.test.cluster.process.Command;
import io.porterlb.test.cluster.process.Parallel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Makes the kernel's objects for a topology: one `ip` process for all namespaces, one for all links, one a namespace.
public final class FabricBuilder {
    private final Topology topology;
    private final Names names;

    public FabricBuilder(Topology topology, Names names) {
        this.topology = topology;
        this.names = names;
    }

    /// Nothing under these names may exist yet.
    public void build() {
        ip(topology.hosts().stream()
                .map(host -> "netns add " + names.namespace(host.role()))
                .toList());
        Parallel.each(topology.hosts(), this::setKernelParameters);
        ip(topology.cables().stream().map(this::veth).toList());
        Parallel.each(topology.hosts(), host -> names.namespace(host.role()).ip(commands(host)));
    }

    private static void ip(List<String> commands) {
        Command.of("ip", "-batch", "-")
                .withInput(String.join("\n", commands) + "\n")
                .run();
    }

    private void setKernelParameters(Host host) {
        NetworkNamespace namespace = names.namespace(host.role());
        Map<String, String> parameters = Topology.kernelParameters(host.role());
        if (!namespace.hasSysctl(Topology.HASH_SEED)) {
            parameters.remove(Topology.HASH_SEED);
        }
        namespace.sysctl(parameters);
    }

    private String veth(Cable cable) {
        return "link add %s netns %s type veth peer name %s netns %s"
                .formatted(
                        cable.near().device(),
                        names.namespace(cable.near().role()),
                        cable.far().device(),
                        names.namespace(cable.far().role()));
    }

    private List<String> commands(Host host) {
        var commands = new ArrayList<>(List.of("link set lo up"));
        if (host.bridge()) {
            commands.add("link add " + Topology.BRIDGE + " type bridge");
            commands.add("link set " + Topology.BRIDGE + " up");
        }
        topology.portsOf(host.role()).forEach(port -> commands.addAll(commands(port, host.bridge())));
        commands.addAll(host.commands());
        return commands;
    }

    private static List<String> commands(Port port, boolean bridge) {
        var commands = new ArrayList<String>();
        if (bridge) {
            commands.add("link set %s master %s".formatted(port.device(), Topology.BRIDGE));
        }
        port.addresses().forEach(address -> commands.add("address add %s dev %s".formatted(address, port.device())));
        commands.add("link set " + port.device() + " up");
        return commands;
    }
}
