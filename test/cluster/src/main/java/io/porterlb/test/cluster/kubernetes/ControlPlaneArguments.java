package io.porterlb.test.cluster.kubernetes;

import io.porterlb.test.cluster.fabric.Addresses;
import java.util.List;

/// The command lines of the control plane's programs. Pure.
final class ControlPlaneArguments {
    static final int ETCD_PORT = 2379;
    private static final String ETCD_CLIENTS = "http://127.0.0.1:" + ETCD_PORT;
    private static final String ETCD_PEERS = "http://127.0.0.1:2380";

    private ControlPlaneArguments() {}

    /// Nothing that a test cluster holds must survive a power cut, so that no write waits for the disk.
    static List<String> etcd() {
        return List.of(
                "--name=control-plane",
                "--data-dir=/var/lib/etcd",
                "--unsafe-no-fsync",
                "--log-level=warn",
                "--listen-client-urls=" + ETCD_CLIENTS,
                "--advertise-client-urls=" + ETCD_CLIENTS,
                "--listen-peer-urls=" + ETCD_PEERS,
                "--initial-advertise-peer-urls=" + ETCD_PEERS,
                "--initial-cluster=control-plane=" + ETCD_PEERS);
    }

    /// Kubelets are called by their addresses, since no DNS knows their names. No front proxy is configured: its
    /// authority must not be the clients'.
    static List<String> apiServer(Addresses addresses, Pki pki) {
        return List.of(
                "--advertise-address=" + addresses.controlPlane(),
                "--bind-address=" + (addresses.ipv6() ? "::" : "0.0.0.0"),
                "--secure-port=" + ControlPlane.PORT,
                "--etcd-servers=" + ETCD_CLIENTS,
                "--service-cluster-ip-range=" + String.join(",", addresses.serviceNetworks()),
                "--allow-privileged=true",
                "--authorization-mode=Node,RBAC",
                "--enable-admission-plugins=NodeRestriction",
                "--client-ca-file=" + pki.file("ca.crt"),
                "--tls-cert-file=" + pki.file("apiserver.crt"),
                "--tls-private-key-file=" + pki.file("apiserver.key"),
                "--kubelet-certificate-authority=" + pki.file("ca.crt"),
                "--kubelet-client-certificate=" + pki.file("kubelet-client.crt"),
                "--kubelet-client-key=" + pki.file("kubelet-client.key"),
                "--kubelet-preferred-address-types=InternalIP,Hostname",
                "--service-account-issuer=https://kubernetes.default.svc.cluster.local",
                "--service-account-key-file=" + pki.file("service-accounts.crt"),
                "--service-account-signing-key-file=" + pki.file("service-accounts.key"));
    }

    /// Each controller fetches a token of its own at start: with the default limit on calls that takes seconds.
    static List<String> controllerManager(Addresses addresses, Pki pki) {
        String kubeconfig = pki.kubeconfig("kube-controller-manager").toString();
        return List.of(
                "--kubeconfig=" + kubeconfig,
                "--authentication-kubeconfig=" + kubeconfig,
                "--authorization-kubeconfig=" + kubeconfig,
                "--bind-address=127.0.0.1",
                "--cloud-provider=external",
                "--cluster-cidr=" + String.join(",", addresses.podNetworks()),
                "--service-cluster-ip-range=" + String.join(",", addresses.serviceNetworks()),
                "--root-ca-file=" + pki.file("ca.crt"),
                "--cluster-signing-cert-file=" + pki.file("ca.crt"),
                "--cluster-signing-key-file=" + pki.file("ca.key"),
                "--service-account-private-key-file=" + pki.file("service-accounts.key"),
                "--use-service-account-credentials=true",
                "--kube-api-qps=500",
                "--kube-api-burst=1000",
                "--leader-elect=false");
    }

    static List<String> scheduler(Pki pki) {
        String kubeconfig = pki.kubeconfig("kube-scheduler").toString();
        return List.of(
                "--kubeconfig=" + kubeconfig,
                "--authentication-kubeconfig=" + kubeconfig,
                "--authorization-kubeconfig=" + kubeconfig,
                "--bind-address=127.0.0.1",
                "--leader-elect=false");
    }
}
