package io.porterlb.layer2;

import io.porterlb.address.IpAddress;
import io.porterlb.address.MacAddress;
import io.porterlb.layer2.answer.Lease;
import io.porterlb.layer2.speaker.DeviceLoop;
import io.porterlb.layer2.speaker.Permit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Answers for addresses that the kernel does not have, on the links of this machine: IPv4 by ARP ([RFC
/// 826](https://www.rfc-editor.org/rfc/rfc826), [RFC 5227](https://www.rfc-editor.org/rfc/rfc5227)), IPv6
/// by Neighbor Discovery ([RFC 4861](https://www.rfc-editor.org/rfc/rfc4861)). Linux only; the process
/// needs the capability NET_RAW.
///
/// It is told the whole wanted set of addresses, each time, and works out the difference. Each interface
/// has a thread of its own; the methods here are for any thread and only hand over. What a link or the
/// kernel refuses shows in an [AnswerStatus] and is never an exception.
///
/// ```java
/// try (Layer2Speaker speaker = Layer2Speaker.start(listener)) {
///     speaker.announce(Set.of(new Answer(IpAddress.of("192.0.2.7"), "eth0", Answer.Start.PROBE)));
///     ...
/// }
/// ```
public final class Layer2Speaker implements AutoCloseable {
    /// How long [#close] waits for all threads.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Permit permit;
    private final Layer2Listener listener;
    private final Map<String, DeviceLoop> loops = new HashMap<>();
    private final Set<DeviceLoop> ending = new HashSet<>();
    private final ConcurrentMap<String, MacAddress> macs = new ConcurrentHashMap<>();
    private boolean closed;

    private Layer2Speaker(Lease lease, Layer2Listener listener) {
        permit = new Permit(lease);
        this.listener = listener;
    }

    /// One that answers for whatever it is told to.
    public static Layer2Speaker start(Layer2Listener listener) {
        return new Layer2Speaker(Lease.withoutEnd(System.nanoTime()), listener);
    }

    /// One that answers, announces and probes only while it may ([#answerUntil]), which it may not at
    /// first. For machines that agree on which of them answers.
    public static Layer2Speaker startLeased(Layer2Listener listener) {
        return new Layer2Speaker(Lease.over(System.nanoTime()), listener);
    }

    /// Extends the lease to a moment of [System#nanoTime], at most 146 years from now; one in the past
    /// ends it. If the lease was over before, another one begins: what is announced is announced anew,
    /// what is probed for is asked for at least once more, and questions that wait in the kernel are not
    /// answered. So a process that was stopped for longer than its lease does not answer what piled up
    /// meanwhile. Nothing is answered under the new lease for an address that was given up ([#announce])
    /// before it began.
    ///
    /// Each frame is checked right before it is sent. A process that is stopped between that and the
    /// sending may send this one frame late; it can't know.
    public void answerUntil(long nanoTime) {
        if (permit.until(nanoTime, System.nanoTime())) {
            current().forEach(DeviceLoop::leaseBegan);
        }
    }

    /// Makes these the addresses. New ones are probed for or announced at once, or as soon as a lease
    /// holds, and those no longer there are answered for no more; what is said of the others goes on.
    /// Frames that wait in the kernel by then do not count for new ones. One that is probed for, or was
    /// found in use, is announced at once if it says [Answer.Start#TAKE_OVER] where it did not before. An
    /// interface that is not there yet is waited for.
    ///
    /// The thread of an interface, and so its sockets, belongs to the network namespace of the thread that
    /// names the interface first.
    ///
    /// @throws IllegalArgumentException if one address is there twice on one interface
    public synchronized void announce(Set<Answer> wanted) {
        Map<String, List<Answer>> byDevice = wanted.stream().collect(Collectors.groupingBy(Answer::device));
        byDevice.values().forEach(Layer2Speaker::requireDistinct);
        if (closed) {
            return;
        }
        dropOthers(byDevice.keySet());
        byDevice.forEach((device, answers) -> loops.computeIfAbsent(
                        device, name -> DeviceLoop.start(name, permit, macs, listener))
                .want(answers));
    }

    /// Those whose thread has died are started anew.
    private void dropOthers(Set<String> devices) {
        loops.forEach((device, loop) -> {
            if (!devices.contains(device)) {
                loop.close();
                ending.add(loop);
            }
        });
        loops.keySet().retainAll(devices);
        Predicate<DeviceLoop> dead = loop -> !loop.isAlive();
        loops.values().removeIf(dead);
        ending.removeIf(dead);
        macs.keySet().retainAll(devices);
    }

    private static void requireDistinct(List<Answer> answers) {
        Set<IpAddress> seen = new HashSet<>();
        answers.stream()
                .filter(answer -> !seen.add(answer.address()))
                .findFirst()
                .ifPresent(twice -> {
                    throw new IllegalArgumentException(twice.address() + " is there twice on " + twice.device());
                });
    }

    private synchronized List<DeviceLoop> current() {
        return List.copyOf(loops.values());
    }

    /// How each address is now; one that was wanted just now may not be among them yet.
    public synchronized List<AnswerStatus> status() {
        List<AnswerStatus> all = new ArrayList<>();
        loops.forEach((device, loop) ->
                loop.states().forEach((address, state) -> all.add(new AnswerStatus(address, device, state))));
        return all;
    }

    /// Waits until what the last [#announce] gave up is answered for no more, and nothing is said under a
    /// lease that [#answerUntil] has ended: the frame that is just being sent is waited for. That takes
    /// microseconds as a rule, and longer while an interface joins many multicast groups, or where a
    /// thread is not scheduled. No listener is waited for, so one may wait here too, nor an interface that
    /// is down or whose thread has died.
    ///
    /// @param patience over all interfaces; each is looked at even if it has passed, as after a SIGSTOP
    /// @return whether it is so; if not, something that was given up may still be answered for
    public boolean letGoWithin(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (DeviceLoop loop : speaking()) {
            if (!loop.prevailWithin(rest(end))) {
                return false;
            }
        }
        return true;
    }

    private synchronized Set<DeviceLoop> speaking() {
        Set<DeviceLoop> all = new HashSet<>(ending);
        all.addAll(loops.values());
        return all;
    }

    private static Duration rest(long end) {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /// Answers no more, and ends all threads; takes two seconds at most. There is no farewell in ARP:
    /// neighbors go on sending here until somebody else announces the address. Afterwards nothing has any
    /// effect. Not to be called by the listener.
    @Override
    public void close() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (DeviceLoop loop : end()) {
                loop.join(rest(end));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Set<DeviceLoop> end() {
        closed = true;
        dropOthers(Set.of());
        return Set.copyOf(ending);
    }
}
