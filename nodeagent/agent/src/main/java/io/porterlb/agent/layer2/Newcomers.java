package io.porterlb.agent.layer2;

import io.porterlb.address.IpAddress;
import io.porterlb.layer2.Answer.Start;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Tells addresses that no node has answered for yet, so that the link has to be asked whether they are free ([RFC
/// 5227](https://www.rfc-editor.org/rfc/rfc5227#section-2.1), [RFC
/// 4862](https://www.rfc-editor.org/rfc/rfc4862#section-5.4)),
/// from those whose last owner is known, which go on without a break. Any thread.
final class Newcomers {
    private final Set<IpAddress> reported;
    private Map<IpAddress, Long> since = Map.of();

    /// @param reported what nodes have answered for before this agent started
    Newcomers(Set<IpAddress> reported) {
        this.reported = Set.copyOf(reported);
    }

    /// These addresses are in use.
    ///
    /// @param now in [System#nanoTime]
    synchronized void wanted(Set<IpAddress> addresses, long now) {
        Map<IpAddress, Long> next = HashMap.newHashMap(addresses.size());
        addresses.forEach(address -> next.put(address, since.getOrDefault(address, now)));
        since = next;
    }

    /// So long after an address came up some node has asked for it, if any could: by RFC 5227 in 7 s, by RFC 4862 in
    /// 2 s at most, once it was given to that node.
    private static Duration probing(IpAddress address) {
        return Duration.ofSeconds(
                switch (address.family()) {
                    case V4 -> 8;
                    case V6 -> 3;
                });
    }

    /// How this node is to begin with an address that it gets now.
    synchronized Start start(IpAddress address, long now) {
        boolean isNew =
                now - since.getOrDefault(address, now) < probing(address).toNanos();
        return isNew && !reported.contains(address) ? Start.PROBE : Start.TAKE_OVER;
    }
}
