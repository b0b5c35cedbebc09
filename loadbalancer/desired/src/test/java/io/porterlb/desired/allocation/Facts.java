package io.porterlb.desired.allocation;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.porterlb.address.AddressRange;
import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.address.RangeText;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.EipView;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.desired.view.SharingScope;
import io.porterlb.desired.view.TrafficPolicy;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A view and what the allocator made of it. Looks everything up by brute force.
record Facts(ClusterView view, Assignments assignments) {
    Set<AddressRecord> records(ServiceView service) {
        return view.records().values().stream()
                .filter(r -> r.owners().stream().anyMatch(o -> o.uid().equals(service.uid())))
                .collect(Collectors.toSet());
    }

    Set<AddressRecord> records(ServiceView service, IpFamily family) {
        return records(service).stream()
                .filter(record -> record.address().family() == family)
                .collect(Collectors.toSet());
    }

    boolean recorded(ServiceView service, IpAddress address) {
        return records(service).stream().anyMatch(record -> record.address().equals(address));
    }

    /// Those who are to have the address.
    List<ServiceView> holders(IpAddress address) {
        return assignments.services().entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Assignment.Held held
                        && held.addresses().contains(address))
                .map(entry -> Objects.requireNonNull(view.services().get(entry.getKey())))
                .toList();
    }

    /// Whether both may have the address, or have it already and still get along.
    boolean share(ServiceView one, ServiceView other, IpAddress address) {
        boolean kept = recorded(one, address) && recorded(other, address);
        return fit(one, other) && (kept || together(one, other, address));
    }

    private static boolean fit(ServiceView one, ServiceView other) {
        String key = one.annotations().get(Annotations.SHARING_KEY);
        return key != null
                && key.equals(other.annotations().get(Annotations.SHARING_KEY))
                && Collections.disjoint(one.ports(), other.ports())
                && one.externalTrafficPolicy() == other.externalTrafficPolicy()
                && (one.externalTrafficPolicy() == TrafficPolicy.CLUSTER || samePods(one, other));
    }

    private static boolean samePods(ServiceView one, ServiceView other) {
        return one.key().namespace().equals(other.key().namespace())
                && !one.selector().isEmpty()
                && one.selector().equals(other.selector());
    }

    private boolean together(ServiceView one, ServiceView other, IpAddress address) {
        return one.key().namespace().equals(other.key().namespace())
                || view.eips().values().stream()
                        .anyMatch(eip -> eip.sharing() == SharingScope.CLUSTER && contains(eip, address));
    }

    private static boolean contains(EipView eip, IpAddress address) {
        return RangeText.parse(eip.address()) instanceof RangeText.Parsed parsed
                && parsed.range().contains(address);
    }

    /// Of an Eip that gives out addresses.
    static AddressRange range(EipView eip) {
        return assertInstanceOf(RangeText.Parsed.class, RangeText.parse(eip.address()))
                .range();
    }

    /// Whether the owner, if there is such a Service any more, may have the address beside this one.
    boolean lets(ServiceView service, AddressRecord.Owner owner, IpAddress address) {
        ServiceView other = view.services().get(owner.service());
        return other == null
                || !other.uid().equals(owner.uid())
                || (fit(service, other) && together(service, other, address));
    }

    /// Whether the Service has to leave an address that it has, to others who keep it, are left alone with it, or move
    /// only after that.
    boolean disturbed(ServiceView service, AddressRecord record) {
        return Stream.of(holders(record.address()).stream(), leftAlone(record), moving(record))
                .flatMap(Function.identity())
                .anyMatch(other -> !other.equals(service)
                        && !fit(service, other)
                        && (changed(service, record) || !changed(other, record)));
    }

    private Stream<ServiceView> leftAlone(AddressRecord record) {
        return owners(record).filter(owner -> assignments.services().get(owner.key()) instanceof Assignment.LeftAlone);
    }

    private Stream<ServiceView> owners(AddressRecord record) {
        return record.owners().stream()
                .flatMap(owner -> Stream.ofNullable(view.services().get(owner.service())))
                .filter(record::names);
    }

    /// Those that keep the address until their turn comes to get the one that they ask for.
    private Stream<ServiceView> moving(AddressRecord record) {
        return owners(record)
                .filter(owner -> moves(owner, record.address().family()) && record.equals(kept(owner, record)));
    }

    private boolean moves(ServiceView recorded, IpFamily family) {
        return assignments.services().get(recorded.key()) instanceof Assignment.Held held
                && held.holdings().stream()
                        .anyMatch(holding ->
                                holding.address().family() == family && holding.cause() == Assignment.Cause.ASSIGNED);
    }

    /// Which of several records of one family a Service keeps that asks for none of them and could stay at each.
    private AddressRecord kept(ServiceView service, AddressRecord one) {
        return Collections.min(
                records(service, one.address().family()),
                Comparator.<AddressRecord, Boolean>comparing(record ->
                                !service.ingress().contains(record.address().toString()))
                        .thenComparing(AddressRecord::created)
                        .thenComparing(AddressRecord::address));
    }

    private static boolean changed(ServiceView service, AddressRecord record) {
        return !record.owners().contains(SharingTerms.owner(service));
    }

    static boolean asks(ServiceView service) {
        return Request.of(service).addresses().isPresent()
                || Request.of(service).eips().isPresent()
                || Request.of(service).invalid().isPresent();
    }

    static boolean isTold(List<Notice> notices, String reason) {
        return notices.stream().anyMatch(notice -> notice.reason().equals(reason));
    }
}
