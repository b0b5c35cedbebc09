package io.porterlb.ownership.council;

import io.porterlb.address.IpAddress;
import io.porterlb.ownership.Configuration;
import io.porterlb.ownership.Lease;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The addresses that a node has or waits for.
final class Claims {
    private final long patience;
    private final Map<IpAddress, Claim> byAddress = new HashMap<>();
    private Lease lease;
    private boolean changed;

    Claims(long patience, long now) {
        this.patience = patience;
        lease = new Lease(Set.of(), now);
    }

    Set<IpAddress> addresses() {
        return byAddress.keySet();
    }

    /// What is held. Nothing is added to it but by votes, and nothing of it is over before its end:
    /// between those it is not counted again.
    Lease lease(long now) {
        if (changed || lease.until() - now <= 0) {
            lease = held(now);
            changed = false;
        }
        return lease;
    }

    private Lease held(long now) {
        Set<IpAddress> held = new HashSet<>();
        long rest = Long.MAX_VALUE;
        for (Map.Entry<IpAddress, Claim> entry : byAddress.entrySet()) {
            if (entry.getValue().isHeldAt(now)) {
                held.add(entry.getKey());
                rest = Math.min(rest, entry.getValue().until() - now);
            }
        }
        return new Lease(held, held.isEmpty() ? now : now + rest);
    }

    /// Takes what both councils give.
    void extend(Votes votes, Configuration configuration, long now) {
        Tally council = votes.tally(configuration.council(), configuration.generation(), now);
        Tally previous = votes.tally(configuration.previous(), configuration.generation(), now);
        byAddress.replaceAll((address, claim) ->
                claim.extended(Math.min(council.rest(address, claim), previous.rest(address, claim)), now));
        changed = true;
    }

    /// Claims what it is nominated for, if it knows it.
    ///
    /// @return whether there are new claims
    boolean nominate(Set<IpAddress> nominated, Set<IpAddress> known, long version, long now) {
        int before = byAddress.size();
        nominated.stream()
                .filter(known::contains)
                .forEach(address ->
                        byAddress.merge(address, Claim.begin(version, now), (claim, _) -> claim.nominated(now)));
        return byAddress.size() > before;
    }

    boolean remove(Set<IpAddress> addresses) {
        return noted(byAddress.keySet().removeAll(addresses));
    }

    boolean retain(Set<IpAddress> addresses) {
        return noted(byAddress.keySet().retainAll(addresses));
    }

    private boolean noted(boolean fewer) {
        changed |= fewer;
        return fewer;
    }

    /// Withdraws what it did not get, so that votes that are split get free.
    ///
    /// @return whether there was any
    boolean removeStale(Votes votes, long now) {
        return byAddress
                .entrySet()
                .removeIf(entry -> entry.getValue().isStale(now, patience) && votes.isRefusedByAny(entry.getKey()));
    }
}
