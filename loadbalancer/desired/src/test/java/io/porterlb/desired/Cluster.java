package io.porterlb.desired;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.allocation.SharingTerms;
import io.porterlb.desired.plan.Drain;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.BgpConfView;
import io.porterlb.desired.view.BgpPeerView;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.EipView;
import io.porterlb.desired.view.EndpointView;
import io.porterlb.desired.view.GracefulRestartView;
import io.porterlb.desired.view.Layer2Report;
import io.porterlb.desired.view.ListenView;
import io.porterlb.desired.view.NamespaceView;
import io.porterlb.desired.view.NodeAddress;
import io.porterlb.desired.view.NodeReport;
import io.porterlb.desired.view.NodeView;
import io.porterlb.desired.view.Readiness;
import io.porterlb.desired.view.Secrets;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.desired.view.SessionReport;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// A cluster that tests put together, object by object.
public final class Cluster {
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    public final Map<ServiceKey, Service> services = new HashMap<>();
    public final Map<ServiceKey, List<EndpointView>> endpoints = new HashMap<>();
    public final Map<String, NodeView> nodes = new HashMap<>();
    public final Map<String, NamespaceView> namespaces = new HashMap<>();
    public final Map<String, Eip> eips = new HashMap<>();
    public final Map<String, BgpConfView> confs = new HashMap<>();
    public final Map<String, BgpPeerView> peers = new HashMap<>();
    public final Map<IpAddress, AddressRecord> records = new HashMap<>();
    public final Map<String, NodeReport> reports = new HashMap<>();
    public Optional<Secrets> secrets = Optional.empty();
    private int objects;

    public ClusterView view() {
        return new ClusterView(
                views(services),
                Map.copyOf(endpoints),
                Map.copyOf(nodes),
                Map.copyOf(namespaces),
                eipViews(),
                Map.copyOf(confs),
                Map.copyOf(peers),
                Map.copyOf(records),
                Map.copyOf(reports),
                Map.of(),
                secrets);
    }

    private static Map<ServiceKey, ServiceView> views(Map<ServiceKey, Service> services) {
        Map<ServiceKey, ServiceView> views = new HashMap<>();
        services.forEach((key, service) -> views.put(key, service.view()));
        return views;
    }

    private Map<String, EipView> eipViews() {
        Map<String, EipView> views = new HashMap<>();
        eips.forEach((name, eip) -> views.put(name, eip.view()));
        return views;
    }

    /// Each object is a second younger than the one before.
    private Instant later() {
        return START.plusSeconds(objects++);
    }

    public static ServiceKey key(String text) {
        int slash = text.indexOf('/');
        return new ServiceKey(text.substring(0, slash), text.substring(slash + 1));
    }

    /// A new Service of this `namespace/name`; its namespace is there too.
    public Service service(String text) {
        ServiceKey key = key(text);
        Service service = new Service(key, text + "#" + objects, later());
        services.put(key, service);
        namespaces.putIfAbsent(key.namespace(), new NamespaceView(key.namespace(), Map.of()));
        return service;
    }

    /// A new Service, created in the same second as another one.
    public Service twin(String text, Service other) {
        Service service =
                new Service(key(text), text + "#" + objects, other.view().created());
        services.put(service.key(), service);
        return service;
    }

    public Eip eip(String name, String address) {
        Eip eip = new Eip(name, address, later());
        eips.put(name, eip);
        return eip;
    }

    public void namespace(String name, Map<String, String> labels) {
        namespaces.put(name, new NamespaceView(name, labels));
    }

    /// The owners as they are now.
    public Cluster record(String address, String eip, Service... owners) {
        List<AddressRecord.Owner> list = Arrays.stream(owners)
                .map(owner -> SharingTerms.owner(owner.view()))
                .toList();
        IpAddress parsed = IpAddress.of(address);
        records.put(parsed, new AddressRecord(parsed, eip, list, later()));
        return this;
    }

    public NodeView node(String name, String address) {
        return node(name, address, Map.of());
    }

    public NodeView node(String name, String address, Map<String, String> labels) {
        List<NodeAddress> addresses =
                address.isEmpty() ? List.of() : List.of(new NodeAddress(NodeAddress.INTERNAL_IP, address));
        NodeView node = new NodeView(
                name, name + "-uid", START, labels, Map.of(), "", addresses, Set.of(), false, Readiness.READY);
        nodes.put(name, node);
        return node;
    }

    /// The same node, of which nothing has been heard for a while.
    public void unreachable(NodeView node) {
        change(node, node.annotations(), node.taints(), Readiness.UNKNOWN);
    }

    /// The same node, drained by order.
    public void drain(String name) {
        NodeView node = Objects.requireNonNull(nodes.get(name));
        change(node, Map.of(Drain.ANNOTATION, "true"), node.taints(), node.readiness());
    }

    /// The same node, changed.
    public void change(NodeView node, Map<String, String> annotations, Set<String> taints, Readiness readiness) {
        nodes.put(
                node.name(),
                new NodeView(
                        node.name(),
                        node.uid(),
                        node.created(),
                        node.labels(),
                        annotations,
                        node.providerID(),
                        node.addresses(),
                        taints,
                        node.deleting(),
                        readiness));
    }

    public void conf(long as, String routerId) {
        conf(as, routerId, Map.of());
    }

    public void conf(long as, String routerId, Map<String, Long> asPerRack) {
        confs.put("default", conf(as, routerId, asPerRack, ListenView.UNSET, Optional.empty()));
    }

    private static BgpConfView conf(
            long as,
            String routerId,
            Map<String, Long> asPerRack,
            ListenView listen,
            Optional<GracefulRestartView> restart) {
        return new BgpConfView("default", "conf-uid", 1, as, asPerRack, routerId, listen, restart, Set.of());
    }

    public void conf(long as, ListenView listen, GracefulRestartView restart) {
        confs.put("default", conf(as, "", Map.of(), listen, Optional.of(restart)));
    }

    public Peer peer(String name, String neighbor, long as) {
        return new Peer(this, name, neighbor, as);
    }

    public void report(String node, Layer2Report layer2) {
        reports.put(node, new NodeReport(node, List.of(), Optional.empty(), Optional.of(layer2), "", ""));
    }

    public void report(String node, SessionReport... sessions) {
        reports.put(node, new NodeReport(node, List.of(sessions), Optional.empty(), Optional.empty(), "", ""));
    }
}
