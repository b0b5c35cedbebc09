package io.porterlb.agent;

import io.porterlb.agent.bgp.Announcement;
import io.porterlb.desired.plan.NodePlan;
import io.porterlb.desired.plan.PlannedRoute;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Has the speaker announce what a plan says, and for a while yet what it no longer says because of a drain. For one
/// thread.
final class Announcing {
    /// Where a plan could not be followed, so that a notice did not end: not at once again.
    private static final Duration LATER = Duration.ofSeconds(1);

    private final Consumer<List<PlannedRoute>> speaker;
    private final Supplier<Duration> clock;
    private Optional<Announcement> current = Optional.empty();

    /// @param speaker told all routes, in the order of the plan, whenever they are others
    /// @param clock time since any moment; never set
    Announcing(Consumer<List<PlannedRoute>> speaker, Supplier<Duration> clock) {
        this.speaker = speaker;
        this.clock = clock;
    }

    /// To be called again, with the same plan if there is no other, after [#patience].
    void follow(NodePlan plan) {
        Announcement next = current.orElse(Announcement.NONE).next(plan, clock.get());
        if (!Optional.of(next).equals(current)) {
            speaker.accept(next.routes());
            current = Optional.of(next);
        }
    }

    /// How long until a notice ends; empty if there is none.
    Optional<Duration> patience() {
        return current.flatMap(Announcement::firstEnd)
                .map(end -> end.minus(clock.get()))
                .map(left -> left.isPositive() ? left : LATER);
    }
}
