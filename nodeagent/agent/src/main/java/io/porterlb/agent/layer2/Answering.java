package io.porterlb.agent.layer2;

import io.porterlb.address.IpAddress;
import io.porterlb.layer2.Answer;
import io.porterlb.layer2.Answer.Start;
import io.porterlb.layer2.Layer2Speaker;
import io.porterlb.ownership.Lease;
import io.porterlb.ownership.OwnershipListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Has the speaker answer for what this node has, on the interfaces that fit, and for as long as it may. Called by the
/// thread that keeps the leases, and by whoever sees the interfaces change.
final class Answering implements OwnershipListener {
    private static final Logger LOG = System.getLogger(Answering.class.getName());

    private final Layer2Speaker speaker;
    private final BiFunction<IpAddress, Long, Start> starts;
    private final Runnable lost;
    private Map<IpAddress, String> devices = Map.of();
    private Map<IpAddress, Start> had = Map.of();
    private Set<Answer> answers = Set.of();
    private long until;
    private boolean failed;

    /// @param starts how to begin with an address at a time
    /// @param lost told when this node has some address no more; must not block
    Answering(Layer2Speaker speaker, BiFunction<IpAddress, Long, Start> starts, Runnable lost) {
        this.lost = lost;
        this.speaker = speaker;
        this.starts = starts;
        until = System.nanoTime();
    }

    /// What is not in the lease any more is answered for no more when this returns: either each frame is sent, or
    /// the lease before is over, and no frame is sent after that.
    /// Whatever goes wrong is a fault of ours: nothing is answered for then, and the leases of all others go on.
    @Override
    public synchronized void changed(Lease lease) {
        try {
            follow(lease);
            failed = false;
        } catch (RuntimeException e) {
            stop();
            if (!failed) { // the next heartbeat is another try
                LOG.log(Level.ERROR, "this node answers for no Layer 2 address: what it has can't be followed", e);
            }
            failed = true;
        }
    }

    private void stop() {
        speaker.answerUntil(System.nanoTime());
        speaker.announce(Set.of());
        had = Map.of();
        answers = Set.of();
        letGo();
    }

    private void follow(Lease lease) {
        boolean lessens = !lease.addresses().containsAll(had.keySet());
        if (lessens || lease.addresses().size() != had.size()) {
            had = starts(lease.addresses());
            announce();
        }
        if (lessens) {
            letGo();
            lost.run();
        }
        until = lease.until();
        speaker.answerUntil(until);
    }

    private Map<IpAddress, Start> starts(Set<IpAddress> addresses) {
        long now = System.nanoTime();
        Map<IpAddress, Start> next = HashMap.newHashMap(addresses.size());
        addresses.forEach(address -> {
            Start before = had.get(address);
            next.put(address, before == null ? starts.apply(address, now) : before);
        });
        return next;
    }

    private void letGo() {
        try {
            speaker.letGoWithin(Duration.ofNanos(Math.max(0, until - System.nanoTime())));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Makes these the interfaces that addresses are answered for on.
    ///
    /// @param down addresses whose interface is down just now: the speaker stays on it, and knows what to do later
    synchronized void on(Map<IpAddress, String> next, Set<IpAddress> down) {
        Map<IpAddress, String> all = new HashMap<>(next);
        down.forEach(address -> Optional.ofNullable(devices.get(address)).ifPresent(last -> all.put(address, last)));
        devices = all;
        announce();
    }

    /// What this node has now, whether there is an interface for it or not.
    synchronized Set<IpAddress> addresses() {
        return Set.copyOf(had.keySet());
    }

    private void announce() {
        Set<Answer> next = had.entrySet().stream()
                .flatMap(one -> answer(one.getKey(), one.getValue()))
                .collect(Collectors.toUnmodifiableSet());
        if (!next.equals(answers)) {
            answers = next;
            speaker.announce(next);
        }
    }

    private Stream<Answer> answer(IpAddress address, Start start) {
        return Optional.ofNullable(devices.get(address)).map(device -> new Answer(address, device, start)).stream();
    }
}
