package io.porterlb.ownership.council;

import io.porterlb.ownership.Configuration;
import io.porterlb.ownership.Lease;
import io.porterlb.ownership.Member;
import io.porterlb.ownership.Timing;
import io.porterlb.ownership.council.Event.Configured;
import io.porterlb.ownership.council.Event.Offered;
import io.porterlb.ownership.council.Event.Received;
import io.porterlb.ownership.council.Event.Stopping;
import io.porterlb.ownership.council.Event.TimePassed;
import io.porterlb.ownership.council.Event.Wanted;
import io.porterlb.ownership.council.Event.Witnessed;
import io.porterlb.ownership.council.Output.LeaseChanged;
import io.porterlb.ownership.council.Output.Send;
import io.porterlb.ownership.message.Message;
import io.porterlb.ownership.message.Message.Acknowledgement;
import io.porterlb.ownership.message.Message.Challenge;
import io.porterlb.ownership.message.Message.Heartbeat;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One node: claimant and arbiter. The same events at the same times give the same outputs. Not thread-safe.
public final class CouncilNode {
    private final Member self;
    private final Claimant claimant;
    private final Arbiter arbiter;
    private Configuration configuration;
    private Lease lease;
    private boolean stopped;

    /// One that has just started.
    ///
    /// @param configuration the newest one there is; with an older one, this arbiter would vote for those
    ///     that are out of date
    /// @param boot a random number
    public CouncilNode(Member self, long boot, Configuration configuration, Timing timing, long now) {
        this.self = self;
        this.configuration = configuration;
        claimant = new Claimant(boot, configuration, timing, now);
        arbiter = new Arbiter(self.name(), boot, configuration, timing, now);
        lease = claimant.lease(now);
    }

    public Configuration configuration() {
        return configuration;
    }

    /// Whether configurations before this one are out of use; see [Configuration].
    public boolean inForce() {
        return claimant.inForce();
    }

    /// When [TimePassed] is due.
    public long deadline() {
        long first = earlier(claimant.nextHeartbeat(), arbiter.deadline());
        return lease.addresses().isEmpty() ? first : earlier(first, lease.until());
    }

    private static long earlier(long a, long b) {
        return a - b < 0 ? a : b;
    }

    /// Takes an event. A lease that shrinks comes before all messages.
    public List<Output> on(Event event, long now) {
        if (stopped) {
            return List.of();
        }
        Deque<Send> mine = new ArrayDeque<>(react(event, now));
        List<Output> outputs = new ArrayList<>();
        while (!mine.isEmpty()) {
            Send send = mine.poll();
            if (send.to().equals(self.name())) {
                mine.addAll(received(new Received(self.name(), self.endpoint(), send.message()), now));
            } else {
                outputs.add(send);
            }
        }
        Lease next = claimant.lease(now);
        boolean stillNothing = next.addresses().isEmpty() && lease.addresses().isEmpty();
        if (!stillNothing && !next.equals(lease)) {
            outputs.addFirst(new LeaseChanged(next));
        }
        lease = next;
        return outputs;
    }

    private List<Send> react(Event event, long now) {
        return switch (event) {
            case Received received -> received(received, now);
            case TimePassed() -> joined(arbiter.timePassed(now), claimant.timePassed(now));
            case Configured(var next) -> configured(Optional.of(next), now);
            case Wanted(var addresses) ->
                joined(arbiter.wanted(addresses, now), claimant.wanted(addresses.keySet(), now));
            case Offered(var capabilities) -> claimant.offered(capabilities, now);
            case Witnessed(var until) -> {
                arbiter.witnessed(until);
                yield List.of();
            }
            case Stopping(var backSoon) -> {
                stopped = true;
                yield claimant.stopping(backSoon, now);
            }
        };
    }

    private List<Send> received(Received received, long now) {
        Message message = received.message();
        return switch (message) {
            case Heartbeat heartbeat ->
                joined(
                        configured(heartbeat.configuration(), now),
                        arbiter.heard(received.from(), received.source(), heartbeat, now));
            case Acknowledgement answer ->
                joined(configured(answer.configuration(), now), claimant.acknowledged(received.from(), answer, now));
            case Challenge challenge -> claimant.challenged(received.from(), challenge, now);
        };
    }

    /// Takes a configuration, from whomever, if it is newer.
    private List<Send> configured(Optional<Configuration> next, long now) {
        if (next.isEmpty() || next.get().generation() <= configuration.generation()) {
            return List.of();
        }
        configuration = next.get();
        return joined(arbiter.configured(configuration, now), claimant.configured(configuration, now));
    }

    private static List<Send> joined(List<Send> first, List<Send> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
