package io.porterlb.kube.mapping;

import com.google.gson.JsonObject;
import io.porterlb.desired.view.EipAnnouncement;
import io.porterlb.desired.view.EipView;
import io.porterlb.desired.view.SharingScope;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.resource.CustomResource;
import io.porterlb.kube.resource.EipSpec;
import io.porterlb.kube.resource.Export;
import io.porterlb.kube.resource.ObjectMeta;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Eip to [EipView].
public final class EipMapping {
    private static final String DEFAULT_EIP = "eip.openelb.kubesphere.io/is-default-eip";
    private static final String CNI = "openelb.kubesphere.io/cni";
    private static final Set<String> OF_ALL = Set.of(
            "address",
            "protocol",
            "disable",
            "priority",
            "autoAssign",
            "sharing",
            "namespaces.*",
            "namespaceSelector.*",
            "nodeSelector.*");
    private static final UnsupportedFields LAYER2_FIELDS = fields("interface");
    private static final UnsupportedFields BGP_FIELDS = fields(
            "communities",
            "largeCommunities",
            "localPref",
            "med",
            "prepend",
            "linkBandwidth",
            "aggregationLength",
            "aggregationLengthV6",
            "peers");

    private static UnsupportedFields fields(String... more) {
        return new UnsupportedFields(
                Stream.concat(OF_ALL.stream(), Stream.of(more)).collect(Collectors.toSet()));
    }

    private EipMapping() {}

    /// What the view shows of an Eip.
    ///
    /// @throws com.google.gson.JsonParseException if the spec has another shape than the CRD allows
    public static EipView view(CustomResource eip) {
        ObjectMeta metadata = eip.metadata();
        EipSpec spec = Json.read(eip.spec(), EipSpec.class);
        Export export = Json.read(eip.spec(), Export.class);
        return new EipView(
                metadata.name(),
                metadata.uid(),
                metadata.generation(),
                ServiceMapping.created(metadata),
                metadata.deleting(),
                spec.address(),
                spec.protocol(),
                spec.networkInterface(),
                spec.disable(),
                spec.priority(),
                spec.autoAssign() == null || spec.autoAssign(),
                spec.sharing().equals("Cluster") ? SharingScope.CLUSTER : SharingScope.NAMESPACE,
                spec.namespaces(),
                spec.namespaceSelector(),
                "true".equals(metadata.annotations().get(DEFAULT_EIP)),
                metadata.labels().containsKey(CNI),
                announcement(spec, export),
                unsupported(eip.spec(), spec.protocol(), export));
    }

    private static EipAnnouncement announcement(EipSpec spec, Export export) {
        return new EipAnnouncement(
                PolicyMapping.policy(export),
                spec.linkBandwidth() == null ? OptionalLong.empty() : OptionalLong.of(spec.linkBandwidth()),
                PolicyMapping.number(spec.aggregationLength()),
                PolicyMapping.number(spec.aggregationLengthV6()),
                spec.peers(),
                SelectorMapping.nodes(spec.nodeSelector()));
    }

    /// What is set and means nothing to the protocol.
    private static Set<String> unsupported(JsonObject spec, String protocol, Export export) {
        boolean bgp = protocol.isEmpty() || protocol.equals("bgp");
        Set<String> paths = (bgp ? BGP_FIELDS : LAYER2_FIELDS).in(spec);
        PolicyMapping.unreadable(export, "spec.", paths);
        return paths;
    }
}
