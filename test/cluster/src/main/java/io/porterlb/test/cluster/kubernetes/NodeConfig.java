package io.porterlb.test.cluster.kubernetes;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The configuration files of a node's programs. Pure.
final class NodeConfig {
    private NodeConfig() {}

    /// containerd 1.6 and newer 1.x. Its own folders are at their usual paths, see [MachineSpace].
    static String containerd(Path cniFolder) {
        return """
                version = 2
                disabled_plugins = [
                  "io.containerd.snapshotter.v1.aufs", "io.containerd.snapshotter.v1.btrfs",
                  "io.containerd.snapshotter.v1.devmapper", "io.containerd.snapshotter.v1.zfs",
                  "io.containerd.internal.v1.opt"
                ]
                [plugins."io.containerd.grpc.v1.cri"]
                  sandbox_image = "registry.k8s.io/pause:3.10.1"
                  restrict_oom_score_adj = true
                  [plugins."io.containerd.grpc.v1.cri".cni]
                    bin_dir = "/usr/lib/cni"
                    conf_dir = "%s"
                """.formatted(cniFolder);
    }

    /// A bridge a node and host-local addresses. Nothing is masqueraded: all machines have routes to all Pods.
    static String cni(List<String> podNetworks) {
        String ranges = podNetworks.stream()
                .map(network -> "[{\"subnet\": \"" + network + "\"}]")
                .collect(Collectors.joining(", "));
        String routes = podNetworks.stream()
                .map(network -> "{\"dst\": \"" + (network.contains(":") ? "::/0" : "0.0.0.0/0") + "\"}")
                .collect(Collectors.joining(", "));
        return """
                {
                  "cniVersion": "1.0.0",
                  "name": "pods",
                  "plugins": [
                    {
                      "type": "bridge", "bridge": "cni0", "isGateway": true, "ipMasq": false, "hairpinMode": true,
                      "ipam": {"type": "host-local", "ranges": [%s], "routes": [%s]}
                    },
                    {"type": "portmap", "capabilities": {"portMappings": true}}
                  ]
                }
                """.formatted(ranges, routes);
    }

    /// Control groups are ours below a root of the node's own; the machine's memory, disk and swap are everybody's, so
    /// that nothing is evicted or refused on account of them.
    static String kubelet(String name, String cgroup, String clusterDns, Path resolvConf, Pki pki) {
        return """
                apiVersion: kubelet.config.k8s.io/v1beta1
                kind: KubeletConfiguration
                authentication:
                  anonymous: {enabled: false}
                  webhook: {enabled: true}
                  x509: {clientCAFile: %2$s}
                authorization: {mode: Webhook}
                tlsCertFile: %3$s
                tlsPrivateKeyFile: %4$s
                containerRuntimeEndpoint: unix:///run/containerd/containerd.sock
                cgroupDriver: cgroupfs
                cgroupRoot: /%5$s
                enforceNodeAllocatable: []
                failCgroupV1: false
                failSwapOn: false
                localStorageCapacityIsolation: false
                evictionHard: {memory.available: 1Mi, nodefs.available: 0%%, nodefs.inodesFree: 0%%, imagefs.available: 0%%}
                imageGCHighThresholdPercent: 100
                clusterDNS: [%6$s]
                clusterDomain: cluster.local
                resolvConf: %7$s
                volumePluginDir: /var/lib/kubelet/volume-plugins
                """.formatted(
                        name,
                        pki.file("ca.crt"),
                        pki.file(name + ".crt"),
                        pki.file(name + ".key"),
                        cgroup,
                        clusterDns,
                        resolvConf);
    }
}
