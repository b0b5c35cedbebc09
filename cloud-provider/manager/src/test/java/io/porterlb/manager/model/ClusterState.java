package io.porterlb.manager.model;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.porterlb.test.cluster.KubernetesApi;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What the API server has at one moment; its kinds are read one after the other, so it is one state only while nobody
/// writes.
record ClusterState(
        List<ServiceState> services,
        List<Stored> records,
        Map<String, EipState> eips,
        List<Stored> nodes,
        Map<String, Stored> namespaces) {
    static final String SERVICES = "/api/v1/services";
    static final String NODES = "/api/v1/nodes";
    static final String NAMESPACES = "/api/v1/namespaces";
    static final String EIPS = "/apis/network.kubesphere.io/v1alpha2/eips";
    static final String RECORDS = "/apis/porterlb.io/v1alpha1/porteraddresses";

    static ClusterState read(KubernetesApi api) {
        return new ClusterState(
                list(api, SERVICES).stream().map(ServiceState::new).toList(),
                list(api, RECORDS),
                list(api, EIPS).stream().map(EipState::new).collect(toMap(EipState::name, Function.identity())),
                list(api, NODES),
                list(api, NAMESPACES).stream().collect(toMap(Stored::name, Function.identity())));
    }

    static List<Stored> list(KubernetesApi api, String path) {
        return api.list(path).stream().map(Stored::new).toList();
    }

    /// Records by the UIDs of their owners.
    Map<String, List<Stored>> byOwner() {
        return records.stream()
                .flatMap(recorded -> owners(recorded).stream().map(uid -> Map.entry(uid, recorded)))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    /// UIDs of the owners.
    static List<String> owners(Stored recorded) {
        return recorded.objects("spec", "owners").stream()
                .map(owner -> owner.text("uid"))
                .toList();
    }

    static String address(Stored recorded) {
        return recorded.text("spec", "address");
    }

    /// As in `spec.ipFamilies`.
    static String family(Stored recorded) {
        return address(recorded).contains(":") ? "IPv6" : "IPv4";
    }

    /// Who keeps the address from being given out, apart from records: a node or a Service's externalIPs.
    boolean reserved(String address) {
        return services.stream().anyMatch(service -> service.externalIps().contains(address))
                || nodes.stream()
                        .flatMap(node -> node.objects("status", "addresses").stream())
                        .anyMatch(own -> own.text("address").equals(address));
    }

    boolean recorded(String address) {
        return records.stream().anyMatch(each -> address(each).equals(address));
    }

    boolean shown(String address) {
        return services.stream().anyMatch(service -> service.ingress().contains(address));
    }
}
