package io.porterlb.test.cluster.kubernetes;

import io.porterlb.test.cluster.fabric.Addresses;

/// CoreDNS as what every cluster has as `kube-dns`: kubelets tell each Pod its address. Pure.
public final class ClusterDns {
    private ClusterDns() {}

    /// What to apply.
    ///
    /// - It knows the cluster's own names alone: there is no other DNS to ask.
    /// - It runs before a cloud-controller-manager has come, so that a new cluster has it.
    public static String manifest(Addresses addresses, String image) {
        return rights() + """
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: coredns, namespace: kube-system}
                data:
                  Corefile: |
                    .:53 {
                      errors
                      ready
                      kubernetes cluster.local in-addr.arpa ip6.arpa {
                        pods insecure
                        ttl 30
                      }
                    }
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: coredns, namespace: kube-system, labels: {k8s-app: kube-dns}}
                spec:
                  selector: {matchLabels: {k8s-app: kube-dns}}
                  template:
                    metadata: {labels: {k8s-app: kube-dns}}
                    spec:
                      serviceAccountName: coredns
                      priorityClassName: system-cluster-critical
                      dnsPolicy: Default
                      tolerations: [{key: node.cloudprovider.kubernetes.io/uninitialized, operator: Exists}]
                      containers:
                      - name: coredns
                        image: %s
                        args: [-conf, /etc/coredns/Corefile]
                        readinessProbe: {httpGet: {path: /ready, port: 8181}, periodSeconds: 1}
                        volumeMounts: [{name: config, mountPath: /etc/coredns, readOnly: true}]
                      volumes: [{name: config, configMap: {name: coredns}}]
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: kube-dns, namespace: kube-system, labels: {k8s-app: kube-dns}}
                spec:
                  clusterIP: %s
                  selector: {k8s-app: kube-dns}
                  ports: [{name: dns, port: 53, protocol: UDP}, {name: dns-tcp, port: 53, protocol: TCP}]
                """.formatted(image, addresses.clusterDns());
    }

    /// What its plugin `kubernetes` watches.
    private static String rights() {
        return """
                apiVersion: v1
                kind: ServiceAccount
                metadata: {name: coredns, namespace: kube-system}
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata: {name: "system:coredns"}
                rules:
                - {apiGroups: [""], resources: [services, pods, namespaces], verbs: [list, watch]}
                - {apiGroups: [discovery.k8s.io], resources: [endpointslices], verbs: [list, watch]}
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRoleBinding
                metadata: {name: "system:coredns"}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: "system:coredns"}
                subjects: [{kind: ServiceAccount, name: coredns, namespace: kube-system}]
                """;
    }
}
