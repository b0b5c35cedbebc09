package io.porterlb.test.cluster.programs;

/// The programs of a cluster, each built from a Go package that `hack/kubernetes/go.mod` pins.
public enum KubernetesProgram {
    ETCD("etcd", "go.etcd.io/etcd/server/v3", "10 s"),
    APISERVER("kube-apiserver", "k8s.io/kubernetes/cmd/kube-apiserver", "3 minutes"),
    CONTROLLER_MANAGER("kube-controller-manager", "k8s.io/kubernetes/cmd/kube-controller-manager", "30 s"),
    SCHEDULER("kube-scheduler", "k8s.io/kubernetes/cmd/kube-scheduler", "10 s"),
    KUBELET("kubelet", "k8s.io/kubernetes/cmd/kubelet", "30 s"),
    PROXY("kube-proxy", "k8s.io/kubernetes/cmd/kube-proxy", "10 s"),
    KUBECTL("kubectl", "k8s.io/kubernetes/cmd/kubectl", "15 s"),
    AGNHOST("agnhost", "k8s.io/kubernetes/test/images/agnhost", "5 s");

    private final String fileName;
    private final String goPackage;
    private final String buildTime;

    KubernetesProgram(String fileName, String goPackage, String buildTime) {
        this.fileName = fileName;
        this.goPackage = goPackage;
        this.buildTime = buildTime;
    }

    public String fileName() {
        return fileName;
    }

    String goPackage() {
        return goPackage;
    }

    /// How long a first build takes on 2 cores, for the user's patience.
    String buildTime() {
        return buildTime;
    }
}
