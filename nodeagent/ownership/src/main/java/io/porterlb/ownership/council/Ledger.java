package io.porterlb.ownership.council;

import io.porterlb.address.IpAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What an arbiter has granted to whom: what makes it refuse.
final class Ledger {
    private final Map<IpAddress, Tenure> tenures = new HashMap<>();
    private final Map<String, Set<IpAddress>> byHolder = new HashMap<>();

    /// @param until when others may have it, if the holder is not heard until then
    private record Tenure(String holder, long until) {}

    Optional<String> holder(IpAddress address) {
        return Optional.ofNullable(tenures.get(address)).map(Tenure::holder);
    }

    boolean isHeldBy(IpAddress address, String node) {
        return heldBy(node).contains(address);
    }

    /// What this node holds.
    Set<IpAddress> heldBy(String node) {
        return byHolder.getOrDefault(node, Set.of());
    }

    /// Grants what is free, and prolongs what this node has.
    ///
    /// @return whether anything was free
    boolean grant(String node, Collection<IpAddress> addresses, long until) {
        boolean news = false;
        for (IpAddress address : addresses) {
            Tenure before = tenures.get(address);
            if (before == null || before.holder().equals(node)) {
                tenures.put(address, new Tenure(node, until));
            }
            if (before == null) {
                byHolder.computeIfAbsent(node, _ -> new HashSet<>()).add(address);
                news = true;
            }
        }
        return news;
    }

    /// The node has let these go.
    ///
    /// @return those that it had
    List<IpAddress> release(String node, Collection<IpAddress> addresses) {
        return addresses.stream()
                .filter(address -> isHeldBy(address, node))
                .peek(this::free)
                .toList();
    }

    private void free(IpAddress address) {
        Tenure tenure = tenures.remove(address);
        if (tenure != null) {
            byHolder.computeIfPresent(
                    tenure.holder(), (_, held) -> held.remove(address) && held.isEmpty() ? null : held);
        }
    }

    /// Frees what nobody prolonged.
    List<IpAddress> expire(long now) {
        List<IpAddress> over = new ArrayList<>();
        tenures.forEach((address, tenure) -> {
            if (tenure.until() - now <= 0) {
                over.add(address);
            }
        });
        over.forEach(this::free);
        return over;
    }

    /// When the first of all is free.
    Optional<Long> firstEnd() {
        return tenures.values().stream().map(Tenure::until).min((a, b) -> Long.signum(a - b));
    }
}
