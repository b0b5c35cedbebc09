package io.porterlb.kube.watch;

import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.BgpConfView;
import io.porterlb.desired.view.BgpPeerView;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.CouncilView;
import io.porterlb.desired.view.EipView;
import io.porterlb.desired.view.EndpointView;
import io.porterlb.desired.view.NamespaceView;
import io.porterlb.desired.view.NodeReport;
import io.porterlb.desired.view.NodeView;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.kube.http.ResourceType;
import io.porterlb.kube.mapping.ConfMapping;
import io.porterlb.kube.mapping.CouncilMapping;
import io.porterlb.kube.mapping.EipMapping;
import io.porterlb.kube.mapping.EndpointSliceMapping;
import io.porterlb.kube.mapping.EndpointSliceMapping.Slice;
import io.porterlb.kube.mapping.NodeMapping;
import io.porterlb.kube.mapping.PeerMapping;
import io.porterlb.kube.mapping.RecordMapping;
import io.porterlb.kube.mapping.ReportMapping;
import io.porterlb.kube.mapping.ServiceMapping;
import io.porterlb.kube.resource.CustomResource;
import io.porterlb.kube.resource.EndpointSliceResource;
import io.porterlb.kube.resource.NamespaceResource;
import io.porterlb.kube.resource.NodeResource;
import io.porterlb.kube.resource.Resource;
import io.porterlb.kube.resource.ServiceResource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Every kind that may be watched, and how they are joined into a view.
public record Sources(
        Source<ServiceResource, ServiceView> services,
        Source<EndpointSliceResource, Slice> slices,
        Source<NodeResource, NodeView> nodes,
        Source<NamespaceResource, NamespaceView> namespaces,
        Source<CustomResource, EipView> eips,
        Source<CustomResource, BgpConfView> confs,
        Source<CustomResource, BgpPeerView> peers,
        Source<CustomResource, AddressRecord> records,
        Source<CustomResource, NodeReport> reports,
        Source<CustomResource, CouncilView> councils) {
    /// Every kind, with nothing known yet.
    ///
    /// @param onChange called when there is something new; see [Store]
    public static Sources create(Runnable onChange) {
        return new Sources(
                new Source<>(
                        ResourceType.SERVICE,
                        r -> Optional.of(ServiceMapping.view(r)),
                        ServiceResource::status,
                        new Store<>(onChange)),
                plain(ResourceType.ENDPOINT_SLICE, EndpointSliceMapping::slice, onChange),
                plain(ResourceType.NODE, r -> Optional.of(NodeMapping.view(r)), onChange),
                plain(ResourceType.NAMESPACE, r -> Optional.of(NodeMapping.namespace(r)), onChange),
                custom(ResourceType.EIP, r -> Optional.of(EipMapping.view(r)), onChange),
                custom(ResourceType.BGP_CONF, r -> Optional.of(ConfMapping.view(r)), onChange),
                custom(ResourceType.BGP_PEER, r -> Optional.of(PeerMapping.view(r)), onChange),
                plain(ResourceType.PORTER_ADDRESS, RecordMapping::record, onChange),
                plain(ResourceType.PORTER_NODE, r -> Optional.of(ReportMapping.report(r)), onChange),
                plain(ResourceType.PORTER_COUNCIL, CouncilMapping::council, onChange));
    }

    private static <R extends Resource, V> Source<R, V> plain(
            ResourceType<R> type, Function<R, Optional<V>> view, Runnable onChange) {
        return new Source<>(type, view, r -> null, new Store<>(onChange));
    }

    private static <V> Source<CustomResource, V> custom(
            ResourceType<CustomResource> type, Function<CustomResource, Optional<V>> view, Runnable onChange) {
        return new Source<>(type, view, CustomResource::status, new Store<>(onChange));
    }

    List<Source<?, ?>> all() {
        return List.of(services, slices, nodes, namespaces, eips, confs, peers, records, reports, councils);
    }

    /// The newest view. Maps of kinds in which nothing changed are those of the view before.
    ClusterView join(ClusterView before) {
        return new ClusterView(
                join(services, before.services(), ServiceView::key),
                joinEndpoints(before.endpoints()),
                join(nodes, before.nodes(), NodeView::name),
                join(namespaces, before.namespaces(), NamespaceView::name),
                join(eips, before.eips(), EipView::name),
                join(confs, before.confs(), BgpConfView::name),
                join(peers, before.peers(), BgpPeerView::name),
                join(records, before.records(), AddressRecord::address),
                join(reports, before.reports(), NodeReport::node),
                join(councils, before.councils(), CouncilView::name),
                before.secrets());
    }

    private <K, V> Map<K, V> join(Source<?, V> source, Map<K, V> before, Function<V, K> key) {
        Map<K, V> after = HashMap.newHashMap(before.size());
        boolean changed = source.store().showIfChanged(view -> after.put(key.apply(view), view));
        return changed ? Collections.unmodifiableMap(after) : before;
    }

    /// A Service's endpoints are spread over slices: one or more for each address family.
    private Map<ServiceKey, List<EndpointView>> joinEndpoints(Map<ServiceKey, List<EndpointView>> before) {
        Map<ServiceKey, List<EndpointView>> after = HashMap.newHashMap(before.size());
        boolean changed =
                slices.store().showIfChanged(slice -> after.merge(slice.service(), slice.endpoints(), Sources::concat));
        return changed ? Collections.unmodifiableMap(after) : before;
    }

    private static List<EndpointView> concat(List<EndpointView> a, List<EndpointView> b) {
        List<EndpointView> both = new ArrayList<>(a.size() + b.size());
        both.addAll(a);
        both.addAll(b);
        return Collections.unmodifiableList(both);
    }
}
