package io.porterlb.desired;

import io.porterlb.desired.view.EipAnnouncement;
import io.porterlb.desired.view.EipView;
import io.porterlb.desired.view.SharingScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// An Eip of a [Cluster]: of protocol bgp, for everyone, unless told otherwise.
public final class Eip {
    private final String name;
    private final Instant created;
    public String address;
    public boolean deleting;
    public String protocol = "";
    public String networkInterface = "";
    public boolean disable;
    public int priority;
    public boolean autoAssign = true;
    public SharingScope sharing = SharingScope.NAMESPACE;
    public List<String> namespaces = List.of();
    public Map<String, String> namespaceSelector = Map.of();
    public boolean isDefault;
    public boolean foreign;
    public EipAnnouncement announcement = EipAnnouncement.PLAIN;
    public Set<String> unsupported = Set.of();

    Eip(String name, String address, Instant created) {
        this.name = name;
        this.address = address;
        this.created = created;
    }

    public Eip priority(int value) {
        priority = value;
        return this;
    }

    public Eip namespaces(String... names) {
        namespaces = List.of(names);
        return this;
    }

    public Eip selector(Map<String, String> labels) {
        namespaceSelector = labels;
        return this;
    }

    public Eip markDefault() {
        isDefault = true;
        return this;
    }

    public Eip announce(UnaryOperator<EipAnnouncement> change) {
        announcement = change.apply(announcement);
        return this;
    }

    public EipView view() {
        return new EipView(
                name,
                name + "-uid",
                1,
                created,
                deleting,
                address,
                protocol,
                networkInterface,
                disable,
                priority,
                autoAssign,
                sharing,
                namespaces,
                namespaceSelector,
                isDefault,
                foreign,
                announcement,
                unsupported);
    }
}
