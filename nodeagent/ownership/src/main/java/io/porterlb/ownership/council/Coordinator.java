package io.porterlb.ownership.council;

import io.porterlb.address.IpAddress;
import io.porterlb.ownership.Eligibility;
import io.porterlb.ownership.placement.Demand;
import io.porterlb.ownership.placement.Placement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Says who is to claim what, and who is to let it go: proposals that grant nothing, so that two
/// coordinators at a time do no harm.
///
/// An address moves from a living node when the one that is to have it claims it, too: it waits then at the
/// arbiters, and gets it in the moment that the other lets it go.
final class Coordinator {
    /// How much a node is nominated for at a time; the rest follows when it has claimed that.
    private static final int AT_ONCE = 1000;

    private Map<IpAddress, Eligibility> wanted = Map.of();
    private Map<String, Proposal> proposals = Map.of();

    /// What one node is told.
    record Proposal(Set<IpAddress> nominated, Set<IpAddress> release) {
        static final Proposal NOTHING = new Proposal(Set.of(), Set.of());
    }

    void wanted(Map<IpAddress, Eligibility> addresses) {
        wanted = addresses;
    }

    /// Whether the node may have the address, by what it says of itself.
    boolean isFor(String node, IpAddress address, Set<String> said) {
        Eligibility eligibility = wanted.get(address);
        return eligibility != null && eligibility.isMetBy(node, said);
    }

    Proposal proposal(String node) {
        return proposals.getOrDefault(node, Proposal.NOTHING);
    }

    /// Says nothing.
    ///
    /// @return the nodes that are told something else than before
    Set<String> rest() {
        return replace(Map.of());
    }

    /// Thinks it over.
    ///
    /// @param all whether those that nobody has are to be placed, too
    /// @return the nodes that are told something else than before
    Set<String> propose(Peers peers, Ledger ledger, boolean all, long now) {
        Map<String, Set<IpAddress>> nominated = new HashMap<>();
        Map<String, Set<IpAddress>> release = new HashMap<>();
        Placement.of(demands(peers, ledger, all, now)).forEach((address, node) -> {
            Optional<String> holder = ledger.holder(address);
            boolean claims = peers.claims(node, address, now);
            if (!holder.equals(Optional.of(node)) || !claims) {
                limited(nominated, node, address);
            }
            holder.filter(h -> claims && !h.equals(node) && peers.claims(h, address, now))
                    .ifPresent(h -> limited(release, h, address));
        });
        return replace(joined(nominated, release));
    }

    private static void limited(Map<String, Set<IpAddress>> sets, String node, IpAddress address) {
        Set<IpAddress> set = sets.computeIfAbsent(node, _ -> new HashSet<>());
        if (set.size() < AT_ONCE) {
            set.add(address);
        }
    }

    private SortedMap<IpAddress, Demand> demands(Peers peers, Ledger ledger, boolean all, long now) {
        Abilities abilities = peers.abilities(now);
        SortedMap<IpAddress, Demand> demands = new TreeMap<>();
        wanted.forEach((address, eligibility) -> {
            Optional<String> holder = ledger.holder(address);
            if (all || holder.isPresent()) {
                demands.put(address, demand(abilities.eligible(eligibility), holder, peers, now));
            }
        });
        return demands;
    }

    /// A holder that is silent has its addresses kept for it, until they are free.
    private static Demand demand(Set<String> eligible, Optional<String> holder, Peers peers, long now) {
        boolean isAbsent = holder.isPresent() && !peers.isAlive(holder.get(), now);
        return new Demand(isAbsent ? Set.of(holder.get()) : eligible, holder);
    }

    private static Map<String, Proposal> joined(
            Map<String, Set<IpAddress>> nominated, Map<String, Set<IpAddress>> release) {
        Set<String> nodes = new HashSet<>(nominated.keySet());
        nodes.addAll(release.keySet());
        return nodes.stream()
                .collect(Collectors.toMap(
                        node -> node,
                        node -> new Proposal(
                                nominated.getOrDefault(node, Set.of()), release.getOrDefault(node, Set.of()))));
    }

    private Set<String> replace(Map<String, Proposal> next) {
        Set<String> changed = new HashSet<>(proposals.keySet());
        changed.addAll(next.keySet());
        changed.removeIf(node -> Objects.equals(proposals.get(node), next.get(node)));
        proposals = next;
        return changed;
    }
}
