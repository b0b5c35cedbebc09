package io.porterlb.bgp.rib;

import io.porterlb.address.IpFamily;
import io.porterlb.address.Prefix;
import io.porterlb.bgp.Route;
import io.porterlb.bgp.wire.Update;
import io.porterlb.bgp.wire.value.AddressFamily;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What one peer was told in this session, and what it has not been told yet.
///
/// Changes are taken at any time and in any number; [#next] gives them out as messages, each as full as it goes
/// (see [Pending] for the order). What changes back before it was given out is never sent. The first time that
/// nothing of a family is left, its End-of-RIB marker comes ([RFC 4724
/// 2](https://www.rfc-editor.org/rfc/rfc4724#section-2)).
public final class AdjRibOut {
    private final Map<IpFamily, FamilyOut> families = new EnumMap<>(IpFamily.class);
    private Export export;
    private LocalRoutes routes = LocalRoutes.NONE;
    private boolean endOfRibHeldBack;

    /// Of the families that both sides agreed on.
    public AdjRibOut(Export export) {
        this.export = export;
        for (IpFamily ip : IpFamily.values()) {
            AddressFamily family = AddressFamily.unicast(ip);
            if (export.codec().families().contains(family)) {
                families.put(ip, new FamilyOut(family, export.codec()));
            }
        }
    }

    public Export export() {
        return export;
    }

    /// Takes over all routes at the start of a session.
    public void announceAll(LocalRoutes all) {
        routes = all;
        routes.forEach(this::offer);
    }

    /// Takes over the next image of the routes.
    public void apply(RouteDelta delta) {
        routes = delta.to();
        delta.changed().forEach(prefix -> offer(prefix, routes.paths(prefix)));
    }

    /// Takes over what the peer is to be told of the same routes from now on. Only what differs is sent, and
    /// what it can't be told any more is withdrawn.
    public void reexport(Export next) {
        export = next;
        routes.forEach(this::offer);
    }

    private void offer(Prefix prefix, List<Route> paths) {
        FamilyOut family = families.get(prefix.address().family());
        if (family != null) {
            family.offer(prefix, export.offers(paths, family.family()));
        }
    }

    /// All that the peer was told of this family is to be told again
    /// ([RFC 2918 4](https://www.rfc-editor.org/rfc/rfc2918#section-4)).
    public void readvertise(AddressFamily family) {
        families.values().stream().filter(out -> out.family().equals(family)).forEach(FamilyOut::readvertise);
    }

    /// Whether End-of-RIB has to wait: after a restart the peer keeps what it had of us until then, so it
    /// should not come before the routes are known ([RFC 4724
    /// 4.1](https://www.rfc-editor.org/rfc/rfc4724#section-4.1)).
    public void holdEndOfRib(boolean held) {
        endOfRibHeldBack = held;
    }

    /// The next message, which counts as told; empty if there is nothing to say.
    public Optional<Update> next() {
        return families.values().stream()
                .map(this::next)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Update> next(FamilyOut family) {
        return family.next().or(() -> endOfRibHeldBack ? Optional.empty() : family.endOfRib());
    }

    /// Whether the peer has been told everything of this family.
    public boolean isDrained(AddressFamily family) {
        return families.values().stream()
                .filter(out -> out.family().equals(family))
                .allMatch(FamilyOut::isDrained);
    }

    /// Paths that the peer has from us, by family.
    public Map<AddressFamily, Integer> sizes() {
        return families.values().stream().collect(Collectors.toMap(FamilyOut::family, FamilyOut::size));
    }

    /// Paths that the peer has from us.
    public int size() {
        return families.values().stream().mapToInt(FamilyOut::size).sum();
    }
}
