package io.porterlb.kube.removal;

import java.util.Locale;

/// The kinds of object that an installation consists of.
public enum InstalledKind {
    DEPLOYMENT("Deployment", "apps", "v1", Scope.NAMESPACE),
    DAEMON_SET("DaemonSet", "apps", "v1", Scope.NAMESPACE),
    JOB("Job", "batch", "v1", Scope.NAMESPACE),
    POD("Pod", "", "v1", Scope.NAMESPACE),
    SERVICE_ACCOUNT("ServiceAccount", "", "v1", Scope.NAMESPACE),
    LEASE("Lease", "coordination.k8s.io", "v1", Scope.NAMESPACE),
    SECRET("Secret", "", "v1", Scope.NAMESPACE),
    CONFIG_MAP("ConfigMap", "", "v1", Scope.NAMESPACE),
    ROLE("Role", "rbac.authorization.k8s.io", "v1", Scope.NAMESPACE),
    ROLE_BINDING("RoleBinding", "rbac.authorization.k8s.io", "v1", Scope.NAMESPACE),
    POD_DISRUPTION_BUDGET("PodDisruptionBudget", "policy", "v1", Scope.NAMESPACE),
    NETWORK_POLICY("NetworkPolicy", "networking.k8s.io", "v1", "networkpolicies", Scope.NAMESPACE),
    NAMESPACE("Namespace", "", "v1", Scope.CLUSTER),
    CLUSTER_ROLE("ClusterRole", "rbac.authorization.k8s.io", "v1", Scope.CLUSTER),
    CLUSTER_ROLE_BINDING("ClusterRoleBinding", "rbac.authorization.k8s.io", "v1", Scope.CLUSTER),
    VALIDATING_ADMISSION_POLICY(
            "ValidatingAdmissionPolicy",
            "admissionregistration.k8s.io",
            "v1",
            "validatingadmissionpolicies",
            Scope.CLUSTER),
    VALIDATING_ADMISSION_POLICY_BINDING(
            "ValidatingAdmissionPolicyBinding", "admissionregistration.k8s.io", "v1", Scope.CLUSTER),
    CUSTOM_RESOURCE_DEFINITION("CustomResourceDefinition", "apiextensions.k8s.io", "v1", Scope.CLUSTER),
    EIP("Eip", "network.kubesphere.io", "v1alpha2", Scope.CLUSTER),
    BGP_CONF("BgpConf", "network.kubesphere.io", "v1alpha2", Scope.CLUSTER),
    BGP_PEER("BgpPeer", "network.kubesphere.io", "v1alpha2", Scope.CLUSTER),
    PORTER_ADDRESS("PorterAddress", "porterlb.io", "v1alpha1", "porteraddresses", Scope.CLUSTER),
    PORTER_NODE("PorterNode", "porterlb.io", "v1alpha1", Scope.CLUSTER),
    PORTER_COUNCIL("PorterCouncil", "porterlb.io", "v1alpha1", Scope.CLUSTER);

    private final String kind;
    private final String group;
    private final String version;
    private final String plural;
    private final Scope scope;

    InstalledKind(String kind, String group, String version, Scope scope) {
        this(kind, group, version, kind.toLowerCase(Locale.ROOT) + "s", scope);
    }

    InstalledKind(String kind, String group, String version, String plural, Scope scope) {
        this.kind = kind;
        this.group = group;
        this.version = version;
        this.plural = plural;
        this.scope = scope;
    }

    /// As it stands in an object's `kind`.
    public String kind() {
        return kind;
    }

    /// Empty for the core group.
    public String group() {
        return group;
    }

    public String version() {
        return version;
    }

    public String plural() {
        return plural;
    }

    public boolean namespaced() {
        return scope == Scope.NAMESPACE;
    }

    /// Name of the CustomResourceDefinition, for the kinds of ours.
    public String definition() {
        return plural + "." + group;
    }

    /// Where objects live.
    private enum Scope {
        NAMESPACE,
        CLUSTER
    }
}
