package io.porterlb.desired.allocation;

import io.porterlb.address.AddressRange;
import io.porterlb.address.IpAddress;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.NodeView;
import io.porterlb.desired.view.ServiceView;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every address that cannot be given out, and who has it. The first claim to an address stays. Not for several
/// threads.
final class Taken {
    private final Map<IpAddress, Holder> holders = new HashMap<>();
    private final AddressRuns runs = new AddressRuns();

    /// What is beyond doubt: nodes' addresses, which nobody can share; then records; then external IPs of
    /// Services, which anybody may write, and which take nothing from those who have a record. In an order of its
    /// own, so that the answer to "who has it" does not depend on that of the maps.
    static Taken of(ClusterView view, List<Orphaned> orphans) {
        Taken taken = new Taken();
        view.nodes().values().stream()
                .sorted(Comparator.comparing(NodeView::name))
                .forEach(node -> node.ips().forEach(a -> taken.add(a, new Holder.Node(node.name()))));
        orphans.stream()
                .filter(Orphaned::entirely)
                .forEach(orphan -> taken.add(orphan.record().address(), new Holder.Leaving()));
        view.records().values().forEach(record -> taken.add(record.address(), recorded(record)));
        view.services().values().stream()
                .filter(service -> !service.externalIps().isEmpty())
                .sorted(Comparator.comparing(ServiceView::key))
                .forEach(taken::addExternal);
        return taken;
    }

    private void addExternal(ServiceView service) {
        service.externalIps()
                .forEach(text ->
                        IpAddress.parse(text).ifPresent(address -> add(address, new Holder.External(service.key()))));
    }

    private static Holder recorded(AddressRecord record) {
        return new Holder.Recorded(
                record.owners().stream().map(AddressRecord.Owner::service).toList());
    }

    void add(IpAddress address, Holder holder) {
        if (holders.putIfAbsent(address, holder) == null) {
            runs.add(address);
        }
    }

    /// Addresses that the status of this Service reports.
    void addReported(ServiceView service) {
        service.ingress()
                .forEach(text ->
                        IpAddress.parse(text).ifPresent(address -> add(address, new Holder.Claimed(service.key()))));
    }

    /// Whether only a record that is about to go has the address: who asks for it waits for that.
    boolean isLeaving(IpAddress address) {
        return holders.get(address) instanceof Holder.Leaving;
    }

    /// Who has the address, other than this Service by its own report.
    Optional<Holder> holder(IpAddress address, ServiceView service) {
        Holder own = new Holder.Claimed(service.key());
        return Optional.ofNullable(holders.get(address)).filter(holder -> !holder.equals(own));
    }

    Optional<IpAddress> firstFree(AddressRange range) {
        return runs.firstMissing(range);
    }
}
