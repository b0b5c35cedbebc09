package io.porterlb.bgp.peer;

import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.rib.AdjRibOut;
import io.porterlb.bgp.rib.LocalRoutes;
import io.porterlb.bgp.rib.RouteDelta;
import io.porterlb.bgp.wire.BgpMessage;
import io.porterlb.bgp.wire.RouteRefresh;
import io.porterlb.bgp.wire.Update;
import io.porterlb.bgp.wire.value.AddressFamily;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/// What one session has to say of routes: its Adj-RIB-Out, and the marks around the answer to a ROUTE-REFRESH
/// ([RFC 7313 4](https://www.rfc-editor.org/rfc/rfc7313#section-4)).
final class RouteFeed {
    private final AdjRibOut out;
    private final Set<AddressFamily> families;
    private final boolean marks;
    private final Set<AddressFamily> ended = new HashSet<>();
    private final Queue<AddressFamily> begins = new ArrayDeque<>();
    private final Set<AddressFamily> refreshing = new LinkedHashSet<>();

    /// @param families that both sides agreed on
    /// @param marks whether the peer knows them
    RouteFeed(AdjRibOut out, Set<AddressFamily> families, boolean marks) {
        this.out = out;
        this.families = families;
        this.marks = marks;
    }

    /// All routes, at the start of the session.
    void begin(LocalRoutes routes, SpeakerMood mood) {
        out.holdEndOfRib(mood.routes().waiting());
        out.announceAll(routes);
    }

    /// Takes over what holds for the speaker as a whole.
    void tell(SpeakerMood mood) {
        out.holdEndOfRib(mood.routes().waiting());
        out.reexport(out.export().draining(mood.draining()));
    }

    void apply(RouteDelta delta) {
        out.apply(delta);
    }

    /// Takes over another export policy.
    void reexport(PeerConfig next) {
        out.reexport(out.export().with(next));
    }

    /// All routes of the family again. The marks must not come before its End-of-RIB, nor twice at a time (RFC
    /// 7313 4).
    void readvertise(AddressFamily family) {
        out.readvertise(family);
        if (marks && ended.contains(family) && refreshing.add(family)) {
            begins.add(family);
        }
    }

    /// The next message, which counts as told; empty if there is nothing to say.
    Optional<BgpMessage> next() {
        if (!begins.isEmpty()) {
            return Optional.of(new RouteRefresh(begins.remove(), RouteRefresh.BEGIN));
        }
        Optional<AddressFamily> refreshed =
                refreshing.stream().filter(out::isDrained).findFirst();
        if (refreshed.isPresent()) {
            refreshing.remove(refreshed.get());
            return Optional.of(new RouteRefresh(refreshed.get(), RouteRefresh.END));
        }
        Optional<Update> update = out.next();
        update.ifPresent(this::noteEnd);
        return update.map(message -> message);
    }

    private void noteEnd(Update update) {
        families.stream()
                .filter(family -> update.equals(Update.endOfRib(family)))
                .forEach(ended::add);
    }

    /// Paths that the peer has from us, by family.
    Map<AddressFamily, Integer> sizes() {
        return out.sizes();
    }

    /// Paths that the peer has from us.
    int size() {
        return out.size();
    }
}
