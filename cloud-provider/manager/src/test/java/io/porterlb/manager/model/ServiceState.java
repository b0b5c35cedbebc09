package io.porterlb.manager.model;

import io.porterlb.desired.allocation.AllocatorSettings;
import io.porterlb.desired.allocation.Annotations;
import io.porterlb.desired.allocation.Marks;
import io.porterlb.desired.status.Condition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A Service as the API server stores it.
record ServiceState(Stored object) {
    private static final List<String> REQUESTS =
            List.of(Annotations.ADDRESS, Annotations.EIP, Annotations.METALLB_ADDRESSES, Annotations.METALLB_POOL);

    String uid() {
        return object.uid();
    }

    String namespace() {
        return object.text("metadata", "namespace");
    }

    String key() {
        return namespace() + "/" + object.name();
    }

    String version() {
        return object.text("metadata", "resourceVersion");
    }

    boolean balanced() {
        return object.text("spec", "type").equals("LoadBalancer");
    }

    /// Whether it wants an address of us.
    boolean ours() {
        String name = object.text("spec", "loadBalancerClass");
        return balanced()
                && !object.has("metadata", "deletionTimestamp")
                && (name.isEmpty() || name.equals(AllocatorSettings.OWN_CLASS));
    }

    boolean deleting() {
        return object.has("metadata", "deletionTimestamp");
    }

    List<String> ingress() {
        return object.objects("status", "loadBalancer", "ingress").stream()
                .map(entry -> entry.text("ip"))
                .toList();
    }

    List<String> externalIps() {
        return object.texts("spec", "externalIPs");
    }

    String eipLabel() {
        return object.map("metadata", "labels").getOrDefault(Marks.EIP_LABEL, "");
    }

    /// Those of ours that are on it.
    Set<String> finalizers() {
        return Set.copyOf(object.texts("metadata", "finalizers").stream()
                .filter(Marks.FINALIZERS::contains)
                .toList());
    }

    String expectedFinalizer() {
        return object.has("spec", "loadBalancerClass") ? Marks.OWN_FINALIZER : Marks.CLOUD_PROVIDER_FINALIZER;
    }

    /// `IPv4` or `IPv6`, one or both, in its order.
    List<String> families() {
        List<String> families = object.texts("spec", "ipFamilies");
        return families.isEmpty() ? List.of("IPv4") : families;
    }

    /// Whether its first family is IPv6.
    boolean v6() {
        return families().getFirst().equals("IPv6");
    }

    boolean requiresBoth() {
        return object.text("spec", "ipFamilyPolicy").equals("RequireDualStack");
    }

    /// Whether it asks for an address or an Eip by name.
    boolean asks() {
        return !loadBalancerIp().isEmpty()
                || REQUESTS.stream().anyMatch(object.map("metadata", "annotations")::containsKey);
    }

    private String loadBalancerIp() {
        return object.text("spec", "loadBalancerIP");
    }

    /// What it asks for by name; empty for anything.
    String wantedAddress() {
        return object.map("metadata", "annotations").getOrDefault(Annotations.ADDRESS, loadBalancerIp());
    }

    String sharingKey() {
        return object.map("metadata", "annotations").getOrDefault(Annotations.SHARING_KEY, "");
    }

    /// Each as `TCP/80`.
    Set<String> ports() {
        return object.objects("spec", "ports").stream()
                .map(port -> port.text("protocol") + "/" + port.text("port"))
                .collect(Collectors.toSet());
    }

    boolean local() {
        return object.text("spec", "externalTrafficPolicy").equals("Local");
    }

    Map<String, String> selector() {
        return object.map("spec", "selector");
    }

    /// Why it has no address, as its condition says.
    Optional<Stored> refusal() {
        return condition(Condition.ADDRESS_ASSIGNED);
    }

    /// Why it has not all that it asks for, as its condition says.
    Optional<Stored> unmet() {
        return condition(Condition.REQUEST_SATISFIED);
    }

    private Optional<Stored> condition(String type) {
        return object.objects("status", "conditions").stream()
                .filter(condition -> condition.text("type").equals(type))
                .findFirst();
    }
}
