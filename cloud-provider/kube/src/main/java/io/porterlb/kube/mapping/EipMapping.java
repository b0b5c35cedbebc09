package io.porterlb.kube.mapping;

import com.google.gson.JsonObject;
import io.porterlb.desired.view.EipView;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.resource.CustomResource;
import io.porterlb.kube.resource.EipSpec;
import io.porterlb.kube.resource.ObjectMeta;
import java.util.Set;

/// Eip to [EipView].
public final class EipMapping {
    private static final String DEFAULT_EIP = "eip.openelb.kubesphere.io/is-default-eip";
    private static final String CNI = "openelb.kubesphere.io/cni";
    private static final UnsupportedFields FIELDS = new UnsupportedFields(
            Set.of("address", "protocol", "disable", "priority", "autoAssign", "namespaces.*", "namespaceSelector.*"));

    private EipMapping() {}

    /// What the view shows of an Eip.
    ///
    /// @throws com.google.gson.JsonParseException if the spec has another shape than the CRD allows
    public static EipView view(CustomResource eip) {
        ObjectMeta metadata = eip.metadata();
        EipSpec spec = Json.read(eip.spec(), EipSpec.class);
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
                spec.namespaces(),
                spec.namespaceSelector(),
                "true".equals(metadata.annotations().get(DEFAULT_EIP)),
                metadata.labels().containsKey(CNI),
                unsupported(eip.spec(), spec.protocol()));
    }

    private static Set<String> unsupported(JsonObject spec, String protocol) {
        Set<String> paths = FIELDS.in(spec);
        if (!protocol.isEmpty() && !protocol.equals("bgp")) {
            paths.add("spec.protocol");
        }
        return paths;
    }
}
