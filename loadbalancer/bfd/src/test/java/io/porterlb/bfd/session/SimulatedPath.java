package io.porterlb.bfd.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.bfd.BfdState;
import io.porterlb.bfd.wire.BfdPacket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

/// Two machines, a path between them that loses and delays but keeps the order, and a clock that jumps from
/// event to event. Whatever must hold of every packet and every step is checked at once.
final class SimulatedPath {
    static final long MAX_DELAY = Duration.ofMillis(15).toNanos();

    private final Random random;
    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::order));
    private long order;
    private long now;
    double loss;
    final End left;
    final End right;

    private record Due(long at, long order, Runnable what) {}

    SimulatedPath(Random random, SessionSettings left, SessionSettings right) {
        this.random = random;
        this.left = new End("left", 1, left);
        this.right = new End("right", 2, right);
        this.left.other = this.right;
        this.right.other = this.left;
    }

    void run(Duration time) {
        long end = now + time.toNanos();
        while (!due.isEmpty() && due.peek().at() <= end) {
            Due next = due.remove();
            now = next.at();
            next.what().run();
        }
        now = end;
    }

    boolean isUp() {
        return left.session.state() == BfdState.UP && right.session.state() == BfdState.UP;
    }

    private void at(long time, Runnable what) {
        due.add(new Due(Math.max(now, time), order++, what));
    }

    final class End {
        final String name;
        final List<BfdState> history = new ArrayList<>();
        BfdSession session;
        private End other = this;
        private long lastSent;
        private long lastArrival;
        private long lastHeard;
        private Duration detection = Duration.ZERO;
        private long sendingVersion;
        private long listeningVersion;

        End(String name, long discriminator, SessionSettings settings) {
            this.name = name;
            this.session = BfdSession.of(discriminator, settings);
        }

        void on(SessionEvent event) {
            Step step = BfdMachine.on(session, event);
            if (step.next().state() != session.state()) {
                history.add(step.next().state());
            }
            session = step.next();
            step.actions().forEach(this::act);
        }

        private void act(SessionAction action) {
            switch (action) {
                case SessionAction.Send(var packet) -> send(packet);
                case SessionAction.TransmitEvery(var interval) -> transmitAfter(interval);
                case SessionAction.StopTransmitting() -> sendingVersion++;
                case SessionAction.ExpectWithin(var time) -> {
                    detection = time;
                    listen();
                }
            }
        }

        private void send(BfdPacket packet) {
            check(packet);
            if (random.nextDouble() >= loss) {
                lastArrival = Math.max(lastArrival, now + random.nextLong(MAX_DELAY));
                at(lastArrival, () -> other.receive(packet));
            }
        }

        private void check(BfdPacket packet) {
            assertFalse(packet.poll() && packet.fin(), "Poll and Final in one packet");
            assertTrue(packet.state() == BfdState.UP || packet.desiredMinTx() >= 1_000_000, packet.toString());
            assertTrue(
                    packet.yourDiscriminator() != 0
                            || packet.state() == BfdState.DOWN
                            || packet.state() == BfdState.ADMIN_DOWN,
                    packet.toString());
        }

        private void receive(BfdPacket packet) {
            lastHeard = now;
            on(new SessionEvent.PacketReceived(packet));
        }

        private void transmitAfter(Duration interval) {
            long version = ++sendingVersion;
            int multiplier = session.settings().detectMultiplier();
            Duration wait = Jitter.of(interval, multiplier, random.nextDouble());
            at(lastSent + wait.toNanos(), () -> {
                if (version == sendingVersion) {
                    lastSent = now;
                    on(new SessionEvent.TransmitTimerExpires());
                }
            });
        }

        private void listen() {
            long version = ++listeningVersion;
            at(lastHeard + detection.toNanos(), () -> {
                if (version == listeningVersion) {
                    on(new SessionEvent.DetectionTimeExpires());
                }
            });
        }
    }
}
