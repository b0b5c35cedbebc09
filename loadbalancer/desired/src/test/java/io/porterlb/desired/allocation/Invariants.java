package io.porterlb.desired.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.AddressRange;
import io.porterlb.address.IpAddress;
import io.porterlb.address.RangeText;
import io.porterlb.desired.problem.Problem;
import io.porterlb.desired.problem.ServiceProblem;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.EipView;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.ServiceView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// What must be true of every answer of the allocator. Looks everything up by brute force.
record Invariants(ClusterView view, Assignments assignments, String context) {
    void check() {
        noAddressTwice();
        assignments.services().forEach((key, assignment) -> {
            ServiceView service = Objects.requireNonNull(view.services().get(key));
            switch (assignment) {
                case Assignment.Held held -> held(service, held);
                case Assignment.Refused(Problem problem) -> refused(service, problem);
                case Assignment.Released released ->
                    assertEquals(records(service), Set.copyOf(released.records()), context);
                case Assignment.LeftAlone _ -> assertEquals(Set.of(), records(service), context);
            }
        });
        view.services().values().forEach(this::nothingForgotten);
        orphans();
    }

    private void noAddressTwice() {
        Map<IpAddress, ServiceKey> holders = new HashMap<>();
        assignments.services().forEach((key, assignment) -> {
            if (assignment instanceof Assignment.Held held) {
                held.addresses()
                        .forEach(address ->
                                assertEquals(null, holders.put(address, key), () -> address + " twice, " + context));
            }
        });
    }

    private void held(ServiceView service, Assignment.Held held) {
        IpAddress address = held.addresses().getFirst();
        assertEquals(Families.of(service), address.family(), context);
        Set<IpAddress> own =
                records(service).stream().map(AddressRecord::address).collect(Collectors.toSet());
        switch (held.cause()) {
            case KEPT -> assertTrue(own.contains(address), context);
            case READOPTED -> {
                assertTrue(own.isEmpty() && service.ingress().contains(address.toString()), context);
                notTaken(address);
            }
            case ASSIGNED -> assigned(service, held, own);
        }
        own.remove(address);
        assertEquals(own, held.surplus().stream().map(AddressRecord::address).collect(Collectors.toSet()), context);
    }

    private void assigned(ServiceView service, Assignment.Held held, Set<IpAddress> own) {
        assertTrue(own.isEmpty() || Request.of(service).explicit(), () -> service.key() + " moved, " + context);
        IpAddress address = held.addresses().getFirst();
        notTaken(address);
        boolean reported = view.services().values().stream()
                .anyMatch(s -> !s.equals(service) && s.ingress().contains(address.toString()));
        assertFalse(reported, context);
        EipView eip = Objects.requireNonNull(view.eips().get(held.eip()), context);
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

    private void notTaken(IpAddress address) {
        assertFalse(view.records().containsKey(address), context);
        assertFalse(view.nodes().values().stream().anyMatch(node -> node.ips().contains(address)), context);
        String text = address.toString();
        assertFalse(
                view.services().values().stream().anyMatch(s -> s.externalIps().contains(text)), context);
    }

    private static AddressRange range(EipView eip) {
        return assertInstanceOf(RangeText.Parsed.class, RangeText.parse(eip.address()))
                .range();
    }

    private void refused(ServiceView service, Problem problem) {
        assertEquals(Set.of(), records(service), () -> service.key() + " lost its address, " + context);
        assertTrue(problem.message().endsWith("."), problem.message());
        if (problem instanceof ServiceProblem.AddressPoolExhausted(List<String> eips)) {
            eips.stream().map(view.eips()::get).map(Objects::requireNonNull).forEach(this::noneFree);
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

    private void nothingForgotten(ServiceView service) {
        boolean mentioned = assignments.services().containsKey(service.key());
        assertTrue(mentioned || (!service.loadBalancer() && records(service).isEmpty() && !Marks.on(service)), context);
    }

    private void orphans() {
        Set<String> living =
                view.services().values().stream().map(ServiceView::uid).collect(Collectors.toSet());
        Set<AddressRecord> expected = view.records().values().stream()
                .filter(r -> r.owners().stream().noneMatch(o -> living.contains(o.uid())))
                .collect(Collectors.toSet());
        assertEquals(expected, Set.copyOf(assignments.orphans()), context);
    }
}
