package io.porterlb.desired.allocation;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.desired.pool.Pool;
import io.porterlb.desired.pool.Pools;
import io.porterlb.desired.view.ServiceView;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The addresses that the status of a Service reports, without a record of ours.
///
/// @param ours whether an address of any of our Eips is among them, or one that a record of ours gives to somebody else
/// @param candidates those in our Eips, in the order of the status
record Reported(boolean ours, Map<IpAddress, Pool> candidates) {
    /// @param recorded every address with a record; its Eip may be gone
    static Reported of(ServiceView service, Pools pools, Set<IpAddress> recorded) {
        boolean ours = false;
        Map<IpAddress, Pool> candidates = new LinkedHashMap<>();
        for (String text : service.ingress()) {
            Optional<IpAddress> address = IpAddress.parse(text);
            Optional<Pool> pool = address.flatMap(pools::containing)
                    .filter(found -> !found.eip().foreign());
            ours |= pool.isPresent() || address.filter(recorded::contains).isPresent();
            pool.ifPresent(found -> candidates.put(address.orElseThrow(), found));
        }
        return new Reported(ours, candidates);
    }

    Stream<Map.Entry<IpAddress, Pool>> candidates(IpFamily family) {
        return candidates.entrySet().stream().filter(entry -> entry.getKey().family() == family);
    }
}
