package io.porterlb.kube.http;

import io.porterlb.kube.resource.CustomResource;
import io.porterlb.kube.resource.EndpointSliceResource;
import io.porterlb.kube.resource.LeaseResource;
import io.porterlb.kube.resource.NamespaceResource;
import io.porterlb.kube.resource.NodeResource;
import io.porterlb.kube.resource.PodResource;
import io.porterlb.kube.resource.Resource;
import io.porterlb.kube.resource.SecretResource;
import io.porterlb.kube.resource.ServiceResource;

/// A kind of object and where the API server keeps it.
///
/// @param group empty for the core group
public record ResourceType<R extends Resource>(String group, String version, String plural, Class<R> type) {
    private static final String NETWORK = "network.kubesphere.io";
    private static final String PORTER = "porterlb.io";

    public static final ResourceType<ServiceResource> SERVICE =
            new ResourceType<>("", "v1", "services", ServiceResource.class);
    public static final ResourceType<EndpointSliceResource> ENDPOINT_SLICE =
            new ResourceType<>("discovery.k8s.io", "v1", "endpointslices", EndpointSliceResource.class);
    public static final ResourceType<NodeResource> NODE = new ResourceType<>("", "v1", "nodes", NodeResource.class);
    public static final ResourceType<NamespaceResource> NAMESPACE =
            new ResourceType<>("", "v1", "namespaces", NamespaceResource.class);
    public static final ResourceType<PodResource> POD = new ResourceType<>("", "v1", "pods", PodResource.class);
    public static final ResourceType<SecretResource> SECRET =
            new ResourceType<>("", "v1", "secrets", SecretResource.class);
    public static final ResourceType<LeaseResource> LEASE =
            new ResourceType<>("coordination.k8s.io", "v1", "leases", LeaseResource.class);
    public static final ResourceType<CustomResource> EIP = custom(NETWORK, "v1alpha2", "eips");
    public static final ResourceType<CustomResource> BGP_CONF = custom(NETWORK, "v1alpha2", "bgpconfs");
    public static final ResourceType<CustomResource> BGP_PEER = custom(NETWORK, "v1alpha2", "bgppeers");
    public static final ResourceType<CustomResource> PORTER_ADDRESS = custom(PORTER, "v1alpha1", "porteraddresses");
    public static final ResourceType<CustomResource> PORTER_NODE = custom(PORTER, "v1alpha1", "porternodes");
    public static final ResourceType<CustomResource> PORTER_COUNCIL = custom(PORTER, "v1alpha1", "portercouncils");

    private static ResourceType<CustomResource> custom(String group, String version, String plural) {
        return new ResourceType<>(group, version, plural, CustomResource.class);
    }

    /// As it stands in an object's `apiVersion`.
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /// Path of all objects of this kind, over all namespaces.
    public String path() {
        return (group.isEmpty() ? "/api/" : "/apis/") + apiVersion() + "/" + plural;
    }

    /// Path of one cluster-scoped object.
    public String path(String name) {
        return path() + "/" + name;
    }

    /// Path of all objects in a namespace.
    public String pathIn(String namespace) {
        return (group.isEmpty() ? "/api/" : "/apis/") + apiVersion() + "/namespaces/" + namespace + "/" + plural;
    }

    /// Path of one namespaced object.
    public String path(String namespace, String name) {
        return pathIn(namespace) + "/" + name;
    }

    /// Plural and group, as RBAC and error messages name it.
    @Override
    public String toString() {
        return group.isEmpty() ? plural : plural + "." + group;
    }
}
