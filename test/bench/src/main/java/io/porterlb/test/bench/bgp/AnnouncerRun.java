package io.porterlb.test.bench.bgp;

import io.porterlb.test.bench.bgp.announcer.Announcer;
import io.porterlb.test.bench.bgp.wire.Mark;
import io.porterlb.test.bench.bgp.wire.WireReceiver;
import io.porterlb.test.bench.bgp.wire.WireSession;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// All BGP measurements of one announcer.
final class AnnouncerRun {
    private static final int STARTS = 3;
    private static final int SINGLE_WARM_UPS = 5;
    private static final int SINGLES = 20;
    private static final int FEEDS = 3;
    private static final int TEN = 10_000;
    private static final int HUNDRED = 100_000;
    private static final String PREFIX = "198.51.100.%d/32";
    private static final Duration QUIET = Duration.ofMillis(300);
    private static final Duration MEMORY_SETTLES = Duration.ofSeconds(3);
    private static final double KIB_PER_MIB = 1024;

    private final Announcer announcer;
    private final WireReceiver receiver;
    private final Results results;

    AnnouncerRun(Announcer announcer, WireReceiver receiver, Results results) {
        this.announcer = announcer;
        this.receiver = receiver;
        this.results = results;
    }

    /// What many routes are measured by.
    private record Many(int count, int warmUps, int times, Measure announce, Measure updates, Measure withdraw) {}

    void run() throws IOException, InterruptedException {
        WireSession session = start();
        for (int i = 1; i < STARTS; i++) {
            announcer.close();
            session = start();
        }
        settle(session);
        single(session);
        many(session, new Many(TEN, 3, 5, Measure.TEN, Measure.TEN_UPDATES, Measure.TEN_BACK));
        many(session, new Many(HUNDRED, 1, 3, Measure.HUNDRED, Measure.HUNDRED_UPDATES, Measure.HUNDRED_BACK));
        memory(session);
        feed(session);
        announcer.close();
    }

    private WireSession start() throws IOException, InterruptedException {
        long at = announcer.start();
        WireSession session = receiver.await();
        results.addTime(Measure.ESTABLISHED, announcer.name(), session.upAt() - at);
        return session;
    }

    /// Until nothing has come for a while.
    private static void settle(WireSession session) {
        Mark before;
        do {
            before = session.now();
            LockSupport.parkNanos(QUIET.toNanos());
        } while (!before.equals(session.now()));
    }

    private void single(WireSession session) throws IOException, InterruptedException {
        for (int i = 0; i < SINGLE_WARM_UPS + SINGLES; i++) {
            String prefix = PREFIX.formatted(i + 1);
            Mark before = session.now();
            long announced = announcer.announce(prefix);
            long there = session.awaitAnnounced(before, 1).nanos();
            long withdrawn = announcer.withdraw(prefix);
            long gone = session.awaitWithdrawn(before, 1).nanos();
            if (i >= SINGLE_WARM_UPS) {
                results.addTime(Measure.ONE, announcer.name(), there - announced);
                results.addTime(Measure.ONE_BACK, announcer.name(), gone - withdrawn);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private void many(WireSession session, Many many) throws IOException, InterruptedException {
        announcer.prepare(many.count());
        settle(session);
        for (int i = 0; i < many.warmUps() + many.times(); i++) {
            many(session, many, i >= many.warmUps());
        }
    }

    private void many(WireSession session, Many many, boolean counts) throws IOException, InterruptedException {
        Mark before = session.now();
        long announced = announcer.announceAll();
        Mark there = session.awaitAnnounced(before, many.count());
        settle(session);
        long withdrawn = announcer.withdrawAll();
        Mark gone = session.awaitWithdrawn(before, many.count());
        settle(session);
        if (counts) {
            results.addTime(many.announce(), announcer.name(), there.nanos() - announced);
            results.add(many.updates(), announcer.name(), (double) (there.updates() - before.updates()));
            results.addTime(many.withdraw(), announcer.name(), gone.nanos() - withdrawn);
        }
    }

    private void memory(WireSession session) throws IOException, InterruptedException {
        Mark before = session.now();
        announcer.announceAll();
        session.awaitAnnounced(before, HUNDRED);
        LockSupport.parkNanos(MEMORY_SETTLES.toNanos());
        results.add(Measure.RESIDENT, announcer.name(), announcer.resident() / KIB_PER_MIB);
        announcer.withdrawAll();
        session.awaitWithdrawn(before, HUNDRED);
        settle(session);
    }

    /// The route that the announcer has of its own is what it answers with.
    private void feed(WireSession session) throws IOException, InterruptedException {
        Mark before = session.now();
        announcer.announce(PREFIX.formatted(1));
        session.awaitAnnounced(before, 1);
        for (int i = 0; i <= FEEDS; i++) {
            long nanos = session.feed(HUNDRED);
            if (i > 0) {
                results.add(Measure.TAKEN_IN, announcer.name(), HUNDRED / 1000.0 / (nanos / 1e9));
            }
            session.unfeed(HUNDRED);
            settle(session);
        }
    }
}
