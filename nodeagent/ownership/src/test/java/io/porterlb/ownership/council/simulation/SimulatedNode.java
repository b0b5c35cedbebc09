package io.porterlb.ownership.council.simulation;

import io.porterlb.address.IpAddress;
import io.porterlb.ownership.Configuration;
import io.porterlb.ownership.Eligibility;
import io.porterlb.ownership.Lease;
import io.porterlb.ownership.Member;
import io.porterlb.ownership.council.CouncilNode;
import io.porterlb.ownership.council.Event;
import io.porterlb.ownership.council.Output;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A node with a clock of its own speed, which may be stopped (SIGSTOP), crash and come back.
final class SimulatedNode {
    private static final int SOCKET_BUFFER = 400;

    final Member member;
    private final Simulation world;
    private final double rate;
    private final long offset;
    private final Deque<Event> waiting = new ArrayDeque<>();
    private Optional<CouncilNode> machine = Optional.empty();
    private Set<String> capabilities = Set.of("subnet");
    private boolean frozen;
    private int timers;
    private Lease lease = new Lease(Set.of(), 0);

    SimulatedNode(Member member, Simulation world, double rate, long offset) {
        this.member = member;
        this.world = world;
        this.rate = rate;
        this.offset = offset;
    }

    String name() {
        return member.name();
    }

    boolean isRunning() {
        return machine.isPresent();
    }

    boolean isFrozen() {
        return frozen;
    }

    /// The monotonic clock of this machine.
    long clock() {
        return offset + (long) (world.now() * rate);
    }

    /// How long, in true time, the clock takes for this.
    private long trueTime(long span) {
        return (long) (Math.max(0, span) / rate) + 1;
    }

    void start(Configuration configuration, Map<IpAddress, Eligibility> wanted) {
        long begun = clock() - world.faults().forgottenStart();
        machine = Optional.of(new CouncilNode(member, world.random().nextLong(), configuration, world.timing(), begun));
        frozen = false;
        waiting.clear();
        on(new Event.Offered(capabilities));
        on(new Event.Wanted(wanted));
    }

    void crash() {
        machine = Optional.empty();
        lease = new Lease(Set.of(), 0);
        timers++;
    }

    void stop(boolean backSoon) {
        thaw();
        on(new Event.Stopping(backSoon));
        crash();
    }

    void freeze() {
        frozen = true;
    }

    /// Goes on: takes what came meanwhile, and then the time.
    void thaw() {
        frozen = false;
        while (!waiting.isEmpty() && !frozen) {
            on(waiting.poll());
        }
        on(new Event.TimePassed());
    }

    void offer(Set<String> next) {
        capabilities = next;
        on(new Event.Offered(next));
    }

    Set<String> capabilities() {
        return capabilities;
    }

    void on(Event event) {
        if (machine.isEmpty()) {
            return;
        }
        if (frozen) {
            if (waiting.size() < SOCKET_BUFFER) {
                waiting.add(event);
            }
            return;
        }
        long now = clock() - (event instanceof Event.Received ? world.faults().staleClock() : 0);
        machine.get().on(event, now).forEach(this::carryOut);
        rearm();
    }

    private void carryOut(Output output) {
        switch (output) {
            case Output.Send send -> world.network().send(this, send);
            case Output.LeaseChanged(var next) -> {
                lease = next;
                world.checkAlone(this);
            }
        }
    }

    private void rearm() {
        timers++;
        int mine = timers;
        long wait = trueTime(machine.orElseThrow().deadline() - clock());
        world.after(wait + world.random().nextInt(500_000), () -> {
            if (mine == timers && !frozen) {
                on(new Event.TimePassed());
            }
        });
    }

    /// What it answers for at this moment, frozen or not: it may be in the middle of sending.
    Set<IpAddress> answersFor() {
        return lease.until() - clock() > 0 ? lease.addresses() : Set.of();
    }

    boolean inForce() {
        return machine.filter(CouncilNode::inForce).isPresent();
    }

    long generation() {
        return machine.map(m -> m.configuration().generation()).orElse(0L);
    }
}
