package io.porterlb.manager.cloud;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.allocation.Assignment;
import io.porterlb.desired.allocation.Assignments;
import io.porterlb.desired.allocation.Taking;
import io.porterlb.desired.plan.BackEnd;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.AddressRecord.Owner;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.NodeView;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.kube.WriteResult;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The load balancers of one view, as they were assigned: a load balancer is an address of each family, and for each
/// the record that it is taken (a PorterAddress), which names all who share it. The record is also the order to the
/// agents, which announce the address by the [BackEnd] that its Eip chooses; they watch Nodes themselves, so other
/// nodes need no write.
///
/// Make before break: a Service that moves to another address, or to the other back end, takes the new one, then shows
/// it, and only then gives the old one back, when it is ensured again.
public final class EipLoadBalancer implements LoadBalancer {
    private final ClusterView view;
    private final Assignments assignments;
    private final Function<Taking, WriteResult> take;
    private final BiFunction<AddressRecord, Set<Owner>, WriteResult> giveBack;

    /// @param assignments of this view
    /// @param take {@link io.porterlb.kube.AddressWriter#take}
    /// @param giveBack {@link io.porterlb.kube.AddressWriter#giveBack}
    public EipLoadBalancer(
            ClusterView view,
            Assignments assignments,
            Function<Taking, WriteResult> take,
            BiFunction<AddressRecord, Set<Owner>, WriteResult> giveBack) {
        this.view = view;
        this.assignments = assignments;
        this.take = take;
        this.giveBack = giveBack;
    }

    @Override
    public Optional<LoadBalancerStatus> getLoadBalancer(String clusterName, ServiceView service) {
        List<IpAddress> recorded = switch (assignment(service)) {
            case Assignment.Held held ->
                Stream.concat(
                                held.takings(service).stream()
                                        .filter(this::recorded)
                                        .map(Taking::address),
                                held.surplus().stream().map(AddressRecord::address))
                        .toList();
            case Assignment.Released released ->
                released.records().stream().map(AddressRecord::address).toList();
            case Assignment.Refused _, Assignment.LeftAlone _ -> List.of();
        };
        return Optional.of(recorded).filter(list -> !list.isEmpty()).map(LoadBalancerStatus::new);
    }

    private Assignment assignment(ServiceView service) {
        return Objects.requireNonNull(assignments.services().get(service.key()), () -> "nothing decided on " + service);
    }

    private boolean recorded(Taking taking) {
        return Optional.ofNullable(view.records().get(taking.address()))
                .filter(record -> record.owners().contains(taking.owner()))
                .isPresent();
    }

    /// The Service's own name, which the cluster has once, behind the cluster's. Kubernetes' default (`a` and 31
    /// characters of the UID) is for clouds that allow no slash.
    @Override
    public String getLoadBalancerName(String clusterName, ServiceView service) {
        return clusterName + "/" + service.key();
    }

    @Override
    public Ensured ensureLoadBalancer(String clusterName, ServiceView service, List<NodeView> nodes) {
        return switch (assignment(service)) {
            case Assignment.Held held -> ensure(service, held, nodes);
            case Assignment.Refused(var problem) -> new Ensured.Refused(problem);
            case Assignment.LeftAlone _ -> new Ensured.ImplementedElsewhere();
            case Assignment.Released _ -> throw new IllegalStateException(service.key() + " has to be released");
        };
    }

    private Ensured ensure(ServiceView service, Assignment.Held held, List<NodeView> nodes) {
        LoadBalancerStatus status = new LoadBalancerStatus(held.addresses());
        Ensured ready = new Ensured.Ready(status, held.eip(), hosts(held, nodes), held.unmet());
        return take(service, held)
                .or(() -> giveBack(service, shownNoMore(service, held)))
                .<Ensured>map(later -> later)
                .orElse(ready);
    }

    /// Also what the view has recorded: a write that was decided earlier may have come after it. Where nothing is to be
    /// written, the writer sends nothing.
    private Optional<RetryLater> take(ServiceView service, Assignment.Held held) {
        return held.takings(service).stream()
                .map(taking -> RetryLater.unlessDone(take.apply(taking)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static List<AddressRecord> shownNoMore(ServiceView service, Assignment.Held held) {
        return held.surplus().stream()
                .filter(record -> !service.ingress().contains(record.address().toString()))
                .toList();
    }

    private Optional<RetryLater> giveBack(ServiceView service, List<AddressRecord> records) {
        return records.stream()
                .map(record -> RetryLater.unlessDoneOrGone(giveBack.apply(record, owners(record, service))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Set<Owner> owners(AddressRecord record, ServiceView service) {
        return record.owners().stream()
                .filter(owner -> owner.uid().equals(service.uid()))
                .collect(Collectors.toSet());
    }

    @Override
    public Set<String> updateLoadBalancer(String clusterName, ServiceView service, List<NodeView> nodes) {
        return assignment(service) instanceof Assignment.Held held ? hosts(held, nodes) : Set.of();
    }

    /// Each carries one address at the least: two Eips may choose different nodes.
    private Set<String> hosts(Assignment.Held held, List<NodeView> nodes) {
        return held.holdings().stream()
                .map(holding -> Optional.ofNullable(view.eips().get(holding.eip())))
                .flatMap(eip -> BackEnd.hosts(eip, nodes).stream())
                .map(NodeView::name)
                .collect(Collectors.toSet());
    }

    @Override
    public Deleted ensureLoadBalancerDeleted(String clusterName, ServiceView service) {
        List<AddressRecord> records =
                assignment(service) instanceof Assignment.Released released ? released.records() : List.of();
        return giveBack(service, records).<Deleted>map(Function.identity()).orElseGet(Deleted.Gone::new);
    }
}
