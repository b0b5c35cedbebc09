package io.porterlb.manager.model;

import io.porterlb.address.AddressRange;
import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.address.RangeText;
import java.util.List;
import java.util.Map;

/// An Eip as the API server stores it.
record EipState(Stored object) {
    String name() {
        return object.name();
    }

    String generation() {
        return object.text("metadata", "generation");
    }

    AddressRange range() {
        return switch (RangeText.parse(object.text("spec", "address"))) {
            case RangeText.Parsed parsed -> parsed.range();
            case RangeText.Refused refused -> throw new AssertionError(name() + ": " + refused.message());
        };
    }

    boolean contains(String address) {
        return range().contains(IpAddress.of(address));
    }

    boolean v6() {
        return range().family() == IpFamily.V6;
    }

    /// Whether it gives out addresses.
    boolean gives() {
        return !object.text("spec", "disable").equals("true")
                && !object.has("metadata", "deletionTimestamp")
                && object.objects("status", "conditions").stream()
                        .anyMatch(c -> c.text("type").equals("Ready")
                                && c.text("status").equals("True"));
    }

    boolean allows(Stored namespace) {
        List<String> names = object.texts("spec", "namespaces");
        Map<String, String> selector = object.map("spec", "namespaceSelector");
        boolean bound = !names.isEmpty() || !selector.isEmpty();
        boolean selected = !selector.isEmpty()
                && namespace.map("metadata", "labels").entrySet().containsAll(selector.entrySet());
        return !bound || selected || names.contains(namespace.name());
    }

    boolean sharesInCluster() {
        return object.text("spec", "sharing").equals("Cluster");
    }

    long usage() {
        String usage = object.text("status", "usage");
        return usage.isEmpty() ? 0 : Long.parseLong(usage);
    }
}
