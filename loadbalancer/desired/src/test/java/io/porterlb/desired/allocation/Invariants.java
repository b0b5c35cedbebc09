package io.porterlb.desired.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.AddressRange;
import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.address.RangeText;
import io.porterlb.desired.problem.Problem;
import io.porterlb.desired.problem.ServiceProblem;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.EipView;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.desired.view.SharingScope;
import io.porterlb.desired.view.TrafficPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// What must be true of every answer of the allocator. Looks everything up by brute force.
record Invariants(ClusterView view, Assignments assignments, String context) {
    void check() {
        noAddressTwiceUnlessShared();
        assignments.services().forEach((key, assignment) -> {
            ServiceView service = Objects.requireNonNull(view.services().get(key));
            switch (assignment) {
                case Assignment.Held held -> held(service, held);
                case Assignment.Refused(Problem problem) -> refused(service, problem);
                case Assignment.Released released -> released(service, released);
                case Assignment.LeftAlone _ ->
                    assertTrue(waits(service) || records(service).isEmpty(), context);
            }
        });
        view.services().values().forEach(this::nothingForgotten);
        orphans();
    }

    private void noAddressTwiceUnlessShared() {
        Map<IpAddress, List<ServiceView>> holders = new HashMap<>();
        assignments.services().forEach((key, assignment) -> {
            if (assignment instanceof Assignment.Held held) {
                ServiceView service = Objects.requireNonNull(view.services().get(key));
                held.addresses()
                        .forEach(address -> holders.computeIfAbsent(address, _ -> new ArrayList<>())
                                .add(service));
            }
        });
        holders.forEach((address, services) -> services.forEach(one -> services.stream()
                .filter(other -> !other.equals(one))
                .forEach(other -> assertTrue(
                        shares(one, other, address), () -> one + " and " + other + " have " + address + context))));
    }

    private boolean shares(ServiceView one, ServiceView other, IpAddress address) {
        boolean kept = recorded(one, address) && recorded(other, address);
        return fits(one, other) && (kept || together(one, other, address));
    }

    private static boolean fits(ServiceView one, ServiceView other) {
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

    /// Nothing of it is moved as long as its namespace is not known, or what it shows or asks for is still to be freed.
    private boolean waits(ServiceView service) {
        return !view.namespaces().containsKey(service.key().namespace())
                || assignments.orphans().stream()
                        .filter(Orphaned::entirely)
                        .map(orphan -> orphan.record().address())
                        .anyMatch(address -> service.ingress().contains(address.toString()) || asks(service));
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

    private boolean recorded(ServiceView service, IpAddress address) {
        return records(service).stream().anyMatch(record -> record.address().equals(address));
    }

    private void held(ServiceView service, Assignment.Held held) {
        List<IpFamily> families =
                held.addresses().stream().map(IpAddress::family).toList();
        List<IpFamily> missing = new ArrayList<>(Families.of(service));
        missing.removeAll(families);
        List<IpFamily> inOrder = new ArrayList<>(Families.of(service));
        inOrder.removeAll(missing);
        assertEquals(inOrder, families, () -> service + " holds " + held + ", " + context);
        held.holdings().forEach(holding -> holding(service, held, holding));
        missing.forEach(family -> missing(service, held, family));
        Set<AddressRecord> surplus = records(service);
        surplus.removeIf(record -> held.addresses().contains(record.address()));
        assertEquals(surplus, Set.copyOf(held.surplus()), context);
    }

    private void holding(ServiceView service, Assignment.Held held, Holding holding) {
        IpAddress address = holding.address();
        Set<AddressRecord> own = records(service, address.family());
        boolean recorded = own.stream().anyMatch(record -> record.address().equals(address));
        switch (holding.cause()) {
            case KEPT -> assertTrue(recorded, context);
            case READOPTED -> {
                assertTrue(own.isEmpty() && service.ingress().contains(address.toString()), context);
                notTaken(service, address);
            }
            case ASSIGNED -> {
                assertTrue(own.isEmpty() || asks(service), () -> service.key() + " moved, " + context);
                assigned(service, holding);
            }
            case SEPARATED -> {
                separated(service, held, address.family());
                if (!recorded) {
                    notTaken(service, address);
                }
            }
        }
    }

    /// One that still wants an address of a family of which it has one loses it only to those who share it, and is
    /// told.
    private void released(ServiceView service, Assignment.Released released) {
        assertEquals(records(service), Set.copyOf(released.records()), context);
        boolean separated = new ServiceFilter(AllocatorSettings.DEFAULT).serves(service)
                && Families.of(service).stream()
                        .anyMatch(family -> !records(service, family).isEmpty());
        assertEquals(separated, toldOfSeparation(released.notices()), context);
    }

    private static boolean toldOfSeparation(List<Notice> notices) {
        return notices.stream().anyMatch(notice -> notice.reason().equals("SharingEnded"));
    }

    private static boolean asks(ServiceView service) {
        return Request.of(service).source().isPresent()
                || Request.of(service).invalid().isPresent();
    }

    /// It is told, it has not lost the address of this family without cause, and one that requires both has had the
    /// other before.
    private void missing(ServiceView service, Assignment.Held held, IpFamily family) {
        assertTrue(held.notices().stream().anyMatch(notice -> notice.reason().equals("FamilyMissing")), context);
        if (!records(service, family).isEmpty()) {
            separated(service, held, family);
        }
        assertTrue(
                !Families.inseparable(service)
                        || held.addresses().stream().map(IpAddress::family).anyMatch(other -> had(service, other)),
                () -> service + " got one address alone, " + context);
    }

    /// By a record, or by its status, whether or not it asks for another one by now.
    private boolean had(ServiceView service, IpFamily family) {
        return !records(service, family).isEmpty()
                || service.ingress().stream()
                        .flatMap(text -> IpAddress.parse(text).stream())
                        .anyMatch(address -> address.family() == family);
    }

    private void separated(ServiceView service, Assignment.Held held, IpFamily family) {
        assertTrue(
                records(service, family).stream()
                        .filter(held.surplus()::contains)
                        .anyMatch(record -> disturbed(service, record)),
                context);
        assertTrue(toldOfSeparation(held.notices()), context);
    }

    private boolean disturbed(ServiceView service, AddressRecord record) {
        return holders(record.address()).stream()
                .anyMatch(other -> !other.equals(service)
                        && !fits(service, other)
                        && (changed(service, record) || !changed(other, record)));
    }

    private static boolean changed(ServiceView service, AddressRecord record) {
        return !record.owners().contains(SharingTerms.owner(service));
    }

    private List<ServiceView> holders(IpAddress address) {
        return assignments.services().entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Assignment.Held held
                        && held.addresses().contains(address))
                .map(entry -> Objects.requireNonNull(view.services().get(entry.getKey())))
                .toList();
    }

    private void assigned(ServiceView service, Holding holding) {
        IpAddress address = holding.address();
        notTaken(service, address);
        boolean reported = view.services().values().stream()
                .filter(s -> !s.equals(service) && !recorded(s, address))
                .anyMatch(s -> s.ingress().contains(address.toString()));
        assertTrue(!reported || holders(address).size() > 1, context);
        EipView eip = Objects.requireNonNull(view.eips().get(holding.eip()), context);
        assertTrue(range(eip).contains(address), context);
        assertFalse(
                eip.disable()
                        || eip.deleting()
                        || eip.foreign()
                        || eip.protocol().equals("layer2"),
                context);
        assertTrue(
                eip.namespaces().isEmpty()
                        || eip.namespaces().contains(service.key().namespace()),
                context);
    }

    private void notTaken(ServiceView service, IpAddress address) {
        AddressRecord record = view.records().get(address);
        assertTrue(
                record == null || record.owners().stream().allMatch(owner -> lets(service, owner, address)), context);
        assertFalse(view.nodes().values().stream().anyMatch(node -> node.ips().contains(address)), context);
        String text = address.toString();
        assertTrue(
                record != null
                        || view.services().values().stream()
                                .noneMatch(s -> s.externalIps().contains(text)),
                context);
    }

    private boolean lets(ServiceView service, AddressRecord.Owner owner, IpAddress address) {
        ServiceView other = view.services().get(owner.service());
        return other == null
                || !other.uid().equals(owner.uid())
                || (fits(service, other) && together(service, other, address));
    }

    private static AddressRange range(EipView eip) {
        return assertInstanceOf(RangeText.Parsed.class, RangeText.parse(eip.address()))
                .range();
    }

    private void refused(ServiceView service, Problem problem) {
        assertEquals(Set.of(), records(service), () -> service.key() + " lost its address, " + context);
        assertTrue(problem.message().endsWith("."), problem.message());
        Problem cause = problem instanceof ServiceProblem.DualStackIncomplete incomplete ? incomplete.cause() : problem;
        if (cause instanceof ServiceProblem.AddressPoolExhausted full) {
            full.eips().stream()
                    .map(view.eips()::get)
                    .map(Objects::requireNonNull)
                    .forEach(this::noneFree);
        }
    }

    private void noneFree(EipView eip) {
        for (IpAddress address : range(eip)) {
            String text = address.toString();
            boolean reported = view.services().values().stream()
                    .anyMatch(s -> s.ingress().contains(text) || s.externalIps().contains(text));
            boolean held = assignments.services().values().stream()
                    .anyMatch(
                            a -> a instanceof Assignment.Held h && h.addresses().contains(address));
            boolean node = view.nodes().values().stream().anyMatch(n -> n.ips().contains(address));
            assertTrue(
                    reported || held || node || view.records().containsKey(address),
                    () -> text + " is free, " + context);
        }
    }

    private Set<AddressRecord> records(ServiceView service) {
        return view.records().values().stream()
                .filter(r -> r.owners().stream().anyMatch(o -> o.uid().equals(service.uid())))
                .collect(Collectors.toSet());
    }

    private Set<AddressRecord> records(ServiceView service, IpFamily family) {
        return records(service).stream()
                .filter(record -> record.address().family() == family)
                .collect(Collectors.toSet());
    }

    private void nothingForgotten(ServiceView service) {
        boolean mentioned = assignments.services().containsKey(service.key());
        assertTrue(mentioned || (!service.loadBalancer() && records(service).isEmpty() && !Marks.on(service)), context);
    }

    private void orphans() {
        Set<String> living =
                view.services().values().stream().map(ServiceView::uid).collect(Collectors.toSet());
        Set<Orphaned> expected = view.records().values().stream()
                .filter(r -> r.owners().isEmpty() || r.owners().stream().anyMatch(o -> !living.contains(o.uid())))
                .map(r -> new Orphaned(
                        r,
                        r.owners().stream()
                                .map(AddressRecord.Owner::uid)
                                .filter(uid -> !living.contains(uid))
                                .collect(Collectors.toSet())))
                .collect(Collectors.toSet());
        assertEquals(expected, Set.copyOf(assignments.orphans()), context);
    }
}
