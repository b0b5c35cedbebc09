package io.porterlb.bgp.rib;

import io.porterlb.address.Prefix;
import io.porterlb.bgp.Route;
import io.porterlb.bgp.wire.Update;
import io.porterlb.bgp.wire.value.CodecContext;
import io.porterlb.bgp.wire.value.PathPrefix;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

/// What one peer was told in this session, and what it has not been told yet.
///
/// Changes are taken at any time and in any number; [#next] gives them out as messages, withdrawals first, then one
/// attribute set after the other, each message as full as it goes. What changes back before it was given out is never
/// sent. The first time that nothing is left, the End-of-RIB marker comes.
public final class AdjRibOut {
    private final Export export;
    private final UpdatePacker packer;
    private final Map<Prefix, AttributeSet> told = new HashMap<>();

    private final SequencedSet<Prefix> withdrawals = new LinkedHashSet<>();
    private final Map<Prefix, AttributeSet> announcements = new HashMap<>();
    private final SequencedMap<AttributeSet, SequencedSet<Prefix>> buckets = new LinkedHashMap<>();
    private boolean endOfRibGiven;

    public AdjRibOut(Export export, CodecContext codec) {
        this.export = export;
        this.packer = new UpdatePacker(codec);
    }

    /// Takes over all routes at the start of a session.
    public void announceAll(LocalRoutes routes) {
        routes.all().forEach(this::announce);
    }

    public void apply(RouteDelta delta) {
        delta.withdrawn().forEach(this::withdraw);
        delta.announced().forEach(this::announce);
    }

    /// Everything that the peer was told is to be told again ([RFC 2918 4](https://www.rfc-editor.org/rfc/rfc2918)).
    public void readvertise() {
        told.forEach((prefix, set) -> {
            if (!withdrawals.contains(prefix)) {
                announcements.computeIfAbsent(prefix, _ -> enqueue(prefix, set));
            }
        });
    }

    private void announce(Route route) {
        Prefix prefix = route.prefix();
        Optional<AttributeSet> set = export.attributes(route);
        if (set.isEmpty()) {
            withdraw(prefix);
            return;
        }
        forget(prefix);
        if (!set.get().equals(told.get(prefix))) {
            announcements.put(prefix, enqueue(prefix, set.get()));
        }
    }

    private void withdraw(Prefix prefix) {
        forget(prefix);
        if (told.containsKey(prefix)) {
            withdrawals.add(prefix);
        }
    }

    private AttributeSet enqueue(Prefix prefix, AttributeSet set) {
        buckets.computeIfAbsent(set, _ -> new LinkedHashSet<>()).add(prefix);
        return set;
    }

    /// What was to be said of the prefix is out of date.
    private void forget(Prefix prefix) {
        withdrawals.remove(prefix);
        AttributeSet set = announcements.remove(prefix);
        if (set != null) {
            buckets.computeIfPresent(
                    set, (_, prefixes) -> prefixes.remove(prefix) && prefixes.isEmpty() ? null : prefixes);
        }
    }

    /// The next message, which counts as told; empty if there is nothing to say.
    public Optional<Update> next() {
        if (!withdrawals.isEmpty()) {
            Update update = packer.withdraw(withdrawals);
            update.withdrawn().forEach(withdrawn -> told.remove(withdrawn.prefix()));
            return Optional.of(update);
        }
        if (!buckets.isEmpty()) {
            return Optional.of(nextOf(buckets.firstEntry().getKey()));
        }
        if (!endOfRibGiven) {
            endOfRibGiven = true;
            return Optional.of(Update.END_OF_RIB);
        }
        return Optional.empty();
    }

    private Update nextOf(AttributeSet set) {
        SequencedSet<Prefix> bucket = buckets.firstEntry().getValue();
        Update update = packer.announce(set, bucket);
        if (bucket.isEmpty()) {
            buckets.pollFirstEntry();
        }
        for (PathPrefix announced : update.announced()) {
            Prefix prefix = announced.prefix();
            announcements.remove(prefix);
            told.put(prefix, set);
        }
        return update;
    }

    /// Prefixes that the peer has from us.
    public int size() {
        return told.size();
    }
}
