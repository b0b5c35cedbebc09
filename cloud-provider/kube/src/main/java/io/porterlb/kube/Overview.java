package io.porterlb.kube;

import com.google.gson.JsonElement;
import io.porterlb.desired.status.Condition;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.NodeReport;
import io.porterlb.desired.view.NodeView;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.http.ResourceType;
import io.porterlb.kube.mapping.ConditionMapping;
import io.porterlb.kube.mapping.NodeMapping;
import io.porterlb.kube.mapping.RecordMapping;
import io.porterlb.kube.mapping.ServiceMapping;
import io.porterlb.kube.resource.ConditionedResource;
import io.porterlb.kube.resource.CustomResource;
import io.porterlb.kube.resource.NodeResource;
import io.porterlb.kube.resource.ServiceResource;
import io.porterlb.kube.watch.Scope;
import java.util.List;
import java.util.stream.Stream;

/// What the API server has of the objects that matter here, for somebody at a command line. Each call lists anew, and
/// needs the verb list on that kind. Any thread; each call blocks its own, and throws [KubeException] for what is
/// not there to be read. A kind without definition has no objects.
public final class Overview {
    private final Calls calls;

    Overview(Calls calls) {
        this.calls = calls;
    }

    public List<NodeView> nodes() {
        return list(ResourceType.NODE)
                .map(item -> NodeMapping.view(Json.read(item, NodeResource.class)))
                .toList();
    }

    /// Of every type.
    public List<ServiceView> services() {
        return list(ResourceType.SERVICE)
                .map(item -> ServiceMapping.view(Json.read(item, ServiceResource.class)))
                .toList();
    }

    public List<AddressRecord> records() {
        return list(ResourceType.PORTER_ADDRESS)
                .flatMap(item -> RecordMapping.record(Json.read(item, CustomResource.class)).stream())
                .toList();
    }

    public List<NodeReport> reports() {
        return Reports.list(calls);
    }

    /// Those of Eips, BgpConfs and BgpPeers, and ours on Services.
    public List<ObjectCondition> conditions() {
        Stream<ObjectCondition> onServices = conditions("Service", ResourceType.SERVICE)
                .filter(on -> on.condition().type().startsWith(Condition.OURS));
        return Stream.of(
                        conditions("BgpConf", ResourceType.BGP_CONF),
                        conditions("BgpPeer", ResourceType.BGP_PEER),
                        conditions("Eip", ResourceType.EIP),
                        onServices)
                .flatMap(all -> all)
                .toList();
    }

    private Stream<ObjectCondition> conditions(String kind, ResourceType<?> type) {
        return list(type)
                .flatMap(item -> ConditionMapping.conditions(kind, Json.read(item, ConditionedResource.class)));
    }

    private Stream<JsonElement> list(ResourceType<?> type) {
        return calls.list("Can't list " + type, Scope.all(type)).orElse(List.of()).stream();
    }
}
