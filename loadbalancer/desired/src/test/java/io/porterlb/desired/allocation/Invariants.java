package io.porterlb.desired.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.problem.Problem;
import io.porterlb.desired.problem.ServiceProblem;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.EipView;
import io.porterlb.desired.view.ServiceView;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// What must be true of every answer of the allocator.
record Invariants(ClusterView view, Assignments assignments, Facts facts, String context) {
    Invariants(ClusterView view, Assignments assignments, String context) {
        this(view, assignments, new Facts(view, assignments), context);
    }

    void check() {
        assignments.services().forEach((key, assignment) -> {
            ServiceView service = Objects.requireNonNull(view.services().get(key));
            switch (assignment) {
                case Assignment.Held held -> held(service, held);
                case Assignment.Refused(Problem problem) -> refused(service, problem);
                case Assignment.Released released -> released(service, released);
                case Assignment.LeftAlone _ ->
                    assertTrue(waits(service) || facts.records(service).isEmpty(), context);
            }
        });
        view.services().values().forEach(this::nothingForgotten);
        orphans();
    }

    private void held(ServiceView service, Assignment.Held held) {
        new HeldInvariants(facts, service, held, context).check();
        held.addresses().forEach(address -> noAddressTwiceUnlessShared(service, address));
    }

    private void noAddressTwiceUnlessShared(ServiceView one, IpAddress address) {
        facts.holders(address).stream()
                .filter(other -> !other.equals(one))
                .forEach(other -> assertTrue(
                        facts.share(one, other, address),
                        () -> one + " and " + other + " have " + address + ", " + context));
    }

    private void refused(ServiceView service, Problem problem) {
        assertEquals(Set.of(), facts.records(service), () -> service.key() + " lost its address, " + context);
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
        for (IpAddress address : Facts.range(eip)) {
            String text = address.toString();
            boolean reported = view.services().values().stream()
                    .anyMatch(s -> s.ingress().contains(text) || s.externalIps().contains(text));
            boolean held = !facts.holders(address).isEmpty();
            boolean node = view.nodes().values().stream().anyMatch(n -> n.ips().contains(address));
            assertTrue(
                    reported || held || node || view.records().containsKey(address),
                    () -> text + " is free, " + context);
        }
    }

    /// One that still wants an address of a family of which it has one loses it only to those who share it, and is
    /// told.
    private void released(ServiceView service, Assignment.Released released) {
        assertEquals(facts.records(service), Set.copyOf(released.records()), context);
        List<AddressRecord> wanted = !new ServiceFilter(AllocatorSettings.DEFAULT).serves(service)
                ? List.of()
                : Families.of(service).stream()
                        .flatMap(family -> facts.records(service, family).stream())
                        .toList();
        assertTrue(wanted.stream().allMatch(record -> facts.disturbed(service, record)), context);
        assertEquals(!wanted.isEmpty(), Facts.isTold(released.notices(), "SharingEnded"), context);
    }

    /// Nothing of it is moved as long as its namespace is not known, or what it shows or asks for is still to be freed.
    private boolean waits(ServiceView service) {
        return !view.namespaces().containsKey(service.key().namespace())
                || assignments.orphans().stream()
                        .filter(Orphaned::entirely)
                        .map(orphan -> orphan.record().address())
                        .anyMatch(address -> service.ingress().contains(address.toString()) || Facts.asks(service));
    }

    private void nothingForgotten(ServiceView service) {
        boolean mentioned = assignments.services().containsKey(service.key());
        boolean nothing = !service.loadBalancer() && facts.records(service).isEmpty() && !Marks.on(service);
        assertTrue(mentioned || nothing, context);
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
