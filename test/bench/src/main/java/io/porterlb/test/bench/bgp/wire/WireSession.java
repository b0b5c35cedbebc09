package io.porterlb.test.bench.bgp.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// One connection of an announcer. [#run] is for a thread of its own; everything else is for any thread.
public final class WireSession {
    private static final int BUFFER = 1 << 20;
    private static final long PATIENCE_SECONDS = 120;

    private final SocketChannel connection;
    private final int as;
    private final byte[] identifier;
    private final Consumer<WireSession> whenUp;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final List<Mark> marks = new ArrayList<>(List.of(Mark.none()));
    private boolean open = true;
    private long upAt;

    WireSession(SocketChannel connection, int as, byte[] identifier, Consumer<WireSession> whenUp) {
        this.connection = connection;
        this.as = as;
        this.identifier = identifier.clone();
        this.whenUp = whenUp;
    }

    void run() {
        try (connection) {
            read();
        } catch (IOException _) {
            // the announcer is gone
        } finally {
            end();
        }
    }

    private void read() throws IOException {
        ByteBuffer in = ByteBuffer.allocateDirect(BUFFER);
        Counter counter = new Counter();
        MessageStream stream = new MessageStream(counter);
        while (connection.read(in) >= 0) {
            counter.now = System.nanoTime();
            stream.take(in.flip());
            in.compact();
            counter.answer();
        }
    }

    /// Counts, and notes what is to be answered, as an answer may fail.
    private final class Counter implements MessageStream.Sink {
        private final List<ByteBuffer> answers = new ArrayList<>();
        private long now;

        @Override
        public void other(int type) {
            switch (type) {
                case Messages.OPEN -> {
                    answers.add(Messages.open(as, identifier));
                    answers.add(Messages.keepalive());
                }
                case Messages.KEEPALIVE -> keepalive();
                default -> {} // what ends the session shows as the end of the stream
            }
        }

        private void keepalive() {
            if (upAt == 0) {
                upAt = now;
                whenUp.accept(WireSession.this);
            } else {
                answers.add(Messages.keepalive());
            }
        }

        @Override
        public void update(long announced, long withdrawn, int length) {
            lock.lock();
            try {
                marks.add(marks.getLast().plus(now, announced, withdrawn, length));
                more.signalAll();
            } finally {
                lock.unlock();
            }
        }

        private void answer() throws IOException {
            for (ByteBuffer answer : answers) {
                write(answer);
            }
            answers.clear();
        }
    }

    private void end() {
        lock.lock();
        try {
            open = false;
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// When the first KEEPALIVE came, which says that the announcer agrees.
    public long upAt() {
        return upAt;
    }

    /// What has come so far.
    public Mark now() {
        lock.lock();
        try {
            return marks.getLast();
        } finally {
            lock.unlock();
        }
    }

    /// The moment at which so many more prefixes than at `since` had been announced.
    public Mark awaitAnnounced(Mark since, long count) throws InterruptedException {
        return await(mark -> mark.announced() >= since.announced() + count, count + " prefixes announced");
    }

    /// The moment at which so many more had been withdrawn.
    public Mark awaitWithdrawn(Mark since, long count) throws InterruptedException {
        return await(mark -> mark.withdrawn() >= since.withdrawn() + count, count + " prefixes withdrawn");
    }

    private Mark await(Predicate<Mark> wanted, String what) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        lock.lock();
        try {
            while (!wanted.test(marks.getLast())) {
                if (!open || more.awaitNanos(deadline - System.nanoTime()) <= 0) {
                    throw new IllegalStateException(
                            "not " + what + (open ? "" : ": the session ended") + "; there is " + marks.getLast());
                }
            }
            return marks.stream().filter(wanted).findFirst().orElseThrow();
        } finally {
            lock.unlock();
        }
    }

    /// Announces so many routes, asks for the announcer's own, and waits for one of these: it answers in the order of
    /// what it got, so then it has taken the others in.
    ///
    /// @return nanoseconds from the first octet to that
    public long feed(int count) throws IOException, InterruptedException {
        return exchange(HostRoutes.announce(count, as, identifier));
    }

    /// Takes them back in the same way.
    public long unfeed(int count) throws IOException, InterruptedException {
        return exchange(HostRoutes.withdraw(count));
    }

    private long exchange(ByteBuffer updates) throws IOException, InterruptedException {
        Mark before = now();
        long start = System.nanoTime();
        write(updates);
        write(Messages.routeRefresh());
        return awaitAnnounced(before, 1).nanos() - start;
    }

    private void write(ByteBuffer octets) throws IOException {
        synchronized (connection) {
            while (octets.hasRemaining()) {
                int ignored = connection.write(octets);
            }
        }
    }

    public void close() throws IOException {
        connection.close();
    }
}
