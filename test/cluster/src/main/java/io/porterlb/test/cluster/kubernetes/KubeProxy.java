package io.porterlb.test.cluster.kubernetes;

import io.porterlb.test.cluster.fabric.Addresses;
import io.porterlb.test.cluster.process.HostProcess;
import io.porterlb.test.cluster.programs.KubernetesProgram;
import io.porterlb.test.cluster.programs.KubernetesPrograms;
import java.util.List;

/// kube-proxy on one machine.
final class KubeProxy {
    private KubeProxy() {}

    /// @param address the machine's own; bound to, so that kube-proxy need not learn it from a Node object, which the
    ///     control plane does not have
    static HostProcess start(
            MachineSpace machine,
            String address,
            Addresses addresses,
            KubernetesPrograms programs,
            ProxyMode mode,
            Pki pki) {
        var file = MachineFiles.write(
                machine, "kube-proxy.yaml", configuration(machine.role(), address, addresses, mode, pki));
        return HostProcess.start(
                machine.place(),
                KubernetesProgram.PROXY.fileName(),
                List.of(programs.file(KubernetesProgram.PROXY).toString(), "--config=" + file));
    }

    /// Conntrack's size is the machine's own and left alone.
    static String configuration(String name, String address, Addresses addresses, ProxyMode mode, Pki pki) {
        return """
                apiVersion: kubeproxy.config.k8s.io/v1alpha1
                kind: KubeProxyConfiguration
                clientConnection:
                  kubeconfig: %s
                hostnameOverride: %s
                bindAddress: %s
                mode: %s
                clusterCIDR: %s
                conntrack:
                  maxPerCore: 0
                """.formatted(
                        pki.kubeconfig("kube-proxy"), name, address, mode, String.join(",", addresses.podNetworks()));
    }
}
