package io.porterlb.desired.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.EipView;
import io.porterlb.desired.view.ServiceView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// What must be true of a Service that holds addresses.
record HeldInvariants(Facts facts, ServiceView service, Assignment.Held held, String context) {
    void check() {
        List<IpFamily> families =
                held.addresses().stream().map(IpAddress::family).toList();
        List<IpFamily> missing = new ArrayList<>(Families.of(service));
        missing.removeAll(families);
        List<IpFamily> inOrder = new ArrayList<>(Families.of(service));
        inOrder.removeAll(missing);
        assertEquals(inOrder, families, () -> service + " holds " + held + ", " + context);
        held.holdings().forEach(this::holding);
        missing.forEach(this::missing);
        Set<AddressRecord> surplus = facts.records(service);
        surplus.removeIf(record -> held.addresses().contains(record.address()));
        assertEquals(surplus, Set.copyOf(held.surplus()), context);
    }

    private void holding(Holding holding) {
        IpAddress address = holding.address();
        boolean none = facts.records(service, address.family()).isEmpty();
        switch (holding.cause()) {
            case KEPT -> assertTrue(facts.recorded(service, address), context);
            case READOPTED -> {
                assertTrue(none && service.ingress().contains(address.toString()), context);
                notTaken(address);
            }
            case ASSIGNED -> {
                assertTrue(none || Facts.asks(service), () -> service.key() + " moved, " + context);
                assigned(holding);
            }
            case SEPARATED -> {
                separated(address.family());
                if (!facts.recorded(service, address)) {
                    notTaken(address);
                }
            }
        }
    }

    /// It is told, it has not lost the address of this family without cause, and one that requires both has had the
    /// other before.
    private void missing(IpFamily family) {
        assertTrue(Facts.isTold(held.notices(), "FamilyMissing"), context);
        if (!facts.records(service, family).isEmpty()) {
            separated(family);
        }
        assertTrue(
                !Families.inseparable(service)
                        || held.addresses().stream().map(IpAddress::family).anyMatch(this::had),
                () -> service + " got one address alone, " + context);
    }

    /// By a record, or by its status, whether or not it asks for another one by now.
    private boolean had(IpFamily family) {
        return !facts.records(service, family).isEmpty()
                || service.ingress().stream()
                        .flatMap(text -> IpAddress.parse(text).stream())
                        .anyMatch(address -> address.family() == family);
    }

    private void separated(IpFamily family) {
        assertTrue(
                facts.records(service, family).stream()
                        .filter(held.surplus()::contains)
                        .anyMatch(record -> facts.disturbed(service, record)),
                context);
        assertTrue(Facts.isTold(held.notices(), "SharingEnded"), context);
    }

    private void assigned(Holding holding) {
        IpAddress address = holding.address();
        notTaken(address);
        boolean reported = facts.view().services().values().stream()
                .filter(s -> !s.equals(service) && !facts.recorded(s, address))
                .anyMatch(s -> s.ingress().contains(address.toString()));
        assertTrue(!reported || facts.holders(address).size() > 1, context);
        EipView eip = Objects.requireNonNull(facts.view().eips().get(holding.eip()), context);
        assertTrue(Facts.range(eip).contains(address), context);
        assertFalse(
                eip.disable()
                        || eip.deleting()
                        || eip.foreign()
                        || eip.protocol().equals("carp"),
                context);
        assertTrue(
                eip.namespaces().isEmpty()
                        || eip.namespaces().contains(service.key().namespace()),
                context);
    }

    private void notTaken(IpAddress address) {
        AddressRecord record = facts.view().records().get(address);
        assertTrue(
                record == null || record.owners().stream().allMatch(owner -> facts.lets(service, owner, address)),
                context);
        assertFalse(
                facts.view().nodes().values().stream()
                        .anyMatch(node -> node.ips().contains(address)),
                context);
        String text = address.toString();
        assertTrue(
                record != null
                        || facts.view().services().values().stream()
                                .noneMatch(s -> s.externalIps().contains(text)),
                context);
    }
}
