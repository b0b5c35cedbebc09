package io.porterlb.desired.pool;

import io.porterlb.address.AddressRange;
import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.desired.problem.EipProblem;
import io.porterlb.desired.view.EipView;
import io.porterlb.desired.view.NamespaceView;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/// An Eip, read and judged beside the others.
///
/// @param range its addresses; empty where `spec.address` cannot be read
/// @param warning what is not plain in `spec.address`, as a sentence
/// @param problem why it gives out no addresses at all
public record Pool(EipView eip, Optional<AddressRange> range, Optional<String> warning, Optional<EipProblem> problem) {
    /// Oldest first.
    public static final Comparator<Pool> BY_AGE =
            Comparator.<Pool, Instant>comparing(pool -> pool.eip().created()).thenComparing(Pool::name);

    /// In which order Eips are tried: a lower `spec.priority` first, 0 before 1.
    public static final Comparator<Pool> BY_PRIORITY =
            Comparator.<Pool>comparingInt(pool -> pool.eip().priority()).thenComparing(BY_AGE);

    /// All that [#protocol] may be.
    static final Set<String> PROTOCOLS = Set.of("bgp", "layer2");

    public String name() {
        return eip.name();
    }

    /// `bgp` or `layer2`; `vip` means `layer2`, nothing means `bgp`.
    public String protocol() {
        return protocolOf(eip);
    }

    /// As [#protocol], of an Eip that nobody judged.
    public static String protocolOf(EipView eip) {
        return switch (eip.protocol()) {
            case "" -> "bgp";
            case "vip" -> "layer2";
            default -> eip.protocol();
        };
    }

    public boolean contains(IpAddress address) {
        return range.isPresent() && range.get().contains(address);
    }

    public boolean has(IpFamily family) {
        return range.isPresent() && range.get().family() == family;
    }

    /// Whether it is meant for some namespaces only.
    public boolean bound() {
        return !eip.namespaces().isEmpty() || !eip.namespaceSelector().isEmpty();
    }

    /// Whether Services of the namespace may use it: every namespace may where none is bound; otherwise those that are
    /// listed, and those that have all labels of the selector.
    public boolean allows(NamespaceView namespace) {
        return !bound() || eip.namespaces().contains(namespace.name()) || selects(namespace);
    }

    private boolean selects(NamespaceView namespace) {
        return !eip.namespaceSelector().isEmpty()
                && namespace
                        .labels()
                        .entrySet()
                        .containsAll(eip.namespaceSelector().entrySet());
    }

    /// Whether it counts as default Eip, for its address family.
    public boolean isDefault() {
        return eip.defaultEip() && eip.autoAssign() && !eip.foreign() && !eip.deleting() && range.isPresent();
    }

    Pool with(EipProblem found) {
        return new Pool(eip, range, warning, Optional.of(found));
    }
}
