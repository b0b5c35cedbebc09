/// The only code that knows the Kubernetes API: it turns what is watched into a
/// {@link io.porterlb.desired.view.ClusterView} and decisions into writes. It decides nothing itself.
///
/// Start at {@link io.porterlb.kube.KubeCluster}. HTTP, TLS and credentials are those of kubernetes-client/java; lists,
/// watches and the JSON model are our own, so that an API server newer than the client cannot stop us.
@org.jspecify.annotations.NullMarked
module io.porterlb.kube {
    requires transitive io.porterlb.desired;
    requires com.google.gson;
    requires io.kubernetes.client.java;
    requires io.kubernetes.client.java.api;
    requires okhttp3;
    requires okio;
    requires static org.jspecify;

    exports io.porterlb.kube;
    exports io.porterlb.kube.agents;
    exports io.porterlb.kube.election;
    exports io.porterlb.kube.removal;
    exports io.porterlb.kube.work;

    opens io.porterlb.kube.agents to
            com.google.gson;
    opens io.porterlb.kube.resource to
            com.google.gson;
}
