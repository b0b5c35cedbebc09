package io.porterlb.agent.layer2;

import static java.util.stream.Collectors.toSet;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.plan.AnswerPlan;
import io.porterlb.layer2.Answer.Start;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tells addresses that no node has answered for yet, so that the link has to be asked whether they are
/// free ([RFC 5227](https://www.rfc-editor.org/rfc/rfc5227#section-2.1), [RFC
/// 4862](https://www.rfc-editor.org/rfc/rfc4862#section-5.4)), from those whose last owner is known, which
/// go on without a break. One that nobody answers for is asked for as well, however old: it may be another
/// machine that has it, and there is no traffic to lose. Any thread.
final class Newcomers {
    /// So long an address may be gone and is no newcomer when it comes back: a Service whose only endpoint
    /// is replaced.
    private static final Duration MEMORY = Duration.ofMinutes(5);

    /// So long this node remembers what it has found itself. By then the manager has said it on the
    /// Service, to all nodes.
    private static final Duration FIND = Duration.ofMinutes(1);

    private final Set<IpAddress> reported;
    private final Map<IpAddress, Long> since = new HashMap<>();
    private final Map<IpAddress, Long> gone = new HashMap<>();
    private final Map<IpAddress, Long> leftInUse = new HashMap<>();
    private Set<IpAddress> silent = Set.of();

    /// @param reported what nodes have answered for before this agent started
    Newcomers(Set<IpAddress> reported) {
        this.reported = new HashSet<>(reported);
    }

    /// These addresses are in use.
    ///
    /// @param now in [System#nanoTime]
    synchronized void wanted(List<AnswerPlan> answers, long now) {
        Set<IpAddress> addresses = answers.stream().map(AnswerPlan::address).collect(toSet());
        silent = answers.stream()
                .filter(AnswerPlan::silent)
                .map(AnswerPlan::address)
                .collect(toSet());
        since.keySet().stream()
                .filter(address -> !addresses.contains(address))
                .forEach(address -> gone.putIfAbsent(address, now));
        addresses.forEach(address -> since.putIfAbsent(address, now));
        gone.keySet().removeAll(addresses);
        gone.entrySet().removeIf(entry -> now - entry.getValue() > MEMORY.toNanos() && forget(entry.getKey()));
    }

    private boolean forget(IpAddress address) {
        reported.remove(address);
        since.remove(address);
        return true;
    }

    /// This node had it until now, and did not answer for it, as it has found that somebody else does.
    synchronized void leftInUse(IpAddress address, long now) {
        leftInUse.values().removeIf(then -> isOver(then, now));
        leftInUse.put(address, now);
    }

    private static boolean isOver(long then, long now) {
        return now - then > FIND.toNanos();
    }

    /// So long after an address came up some node has asked for it, if any could: by RFC 5227 in 7 s, by
    /// RFC 4862 in 2 s at most, once it was given to that node, if its lease lasted.
    private static Duration probing(IpAddress address) {
        return Duration.ofSeconds(
                switch (address.family()) {
                    case V4 -> 8;
                    case V6 -> 3;
                });
    }

    /// How this node is to begin with an address that it gets now.
    synchronized Start start(IpAddress address, long now) {
        return silent.contains(address) || wasInUse(address, now) || isNew(address, now)
                ? Start.PROBE
                : Start.TAKE_OVER;
    }

    private boolean wasInUse(IpAddress address, long now) {
        Long then = leftInUse.get(address);
        return then != null && !isOver(then, now);
    }

    private boolean isNew(IpAddress address, long now) {
        boolean justCame =
                now - since.getOrDefault(address, now) < probing(address).toNanos();
        return justCame && !reported.contains(address);
    }
}
