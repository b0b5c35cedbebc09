package io.porterlb.test.bench.bgp.detect;

import io.porterlb.test.cluster.network.NetworkNamespace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A BFD neighbor on the link (RFC 5881) that fails on purpose. It does everything on the caller's thread.
public final class SilentNeighbor implements AutoCloseable {
    private static final int PORT = 3784;
    private static final int SOURCE_PORT = 50_000;
    private static final int DISCRIMINATOR = 77;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private final DatagramChannel receiving;
    private final DatagramChannel sending;
    private final Selector selector = Selector.open();
    private final InetSocketAddress other;
    private final int interval;
    private final RandomGenerator random;
    private final ByteBuffer in = ByteBuffer.allocateDirect(1500);

    private int state = Packet.DOWN;
    private int theirs;
    private long nextAt = System.nanoTime();

    /// @param milliseconds between packets, of both sides
    /// @param random when it fails, and the jitter of its packets
    public SilentNeighbor(
            NetworkNamespace namespace, String own, String other, int milliseconds, RandomGenerator random)
            throws IOException {
        this.other = new InetSocketAddress(InetAddress.ofLiteral(other), PORT);
        this.interval = milliseconds * 1000;
        this.random = random;
        receiving = bound(namespace, own, PORT);
        sending = bound(namespace, own, SOURCE_PORT);
        receiving.register(selector, SelectionKey.OP_READ);
    }

    private static DatagramChannel bound(NetworkNamespace namespace, String address, int port) throws IOException {
        DatagramChannel channel = namespace.call(DatagramChannel::open);
        channel.bind(new InetSocketAddress(InetAddress.ofLiteral(address), port));
        channel.configureBlocking(false);
        return channel;
    }

    /// Brings the session up, keeps it so for a few intervals, falls silent at a moment that has nothing to do with the
    /// packets, and waits for the other side's word that its detection time has expired.
    ///
    /// @return nanoseconds from the failure to that
    public long detection() throws IOException {
        long deadline = System.nanoTime() + PATIENCE;
        while (state != Packet.UP) {
            step(deadline);
            require(deadline, "the session does not come up");
        }
        long failure = System.nanoTime() + TimeUnit.MICROSECONDS.toNanos(random.nextLong(6L * interval, 8L * interval));
        while (System.nanoTime() < failure) {
            step(failure);
        }
        return awaitDown() - failure;
    }

    /// Sends what is due, and handles what comes until the next packet is due, or the time is up.
    private void step(long until) throws IOException {
        long now = System.nanoTime();
        if (now >= nextAt) {
            send(false);
            nextAt = now + TimeUnit.MICROSECONDS.toNanos((long) (interval * random.nextDouble(0.75, 1)));
        }
        Packet packet = receive(Math.min(nextAt, until));
        if (packet != null) {
            handle(packet);
        }
    }

    /// RFC 5880 6.8.6, as far as a session goes that nobody disturbs.
    private void handle(Packet packet) throws IOException {
        theirs = packet.discriminator();
        state = switch (packet.state()) {
            case Packet.DOWN -> state == Packet.UP ? Packet.DOWN : Packet.INIT;
            case Packet.INIT -> Packet.UP;
            case Packet.UP -> state == Packet.DOWN ? Packet.DOWN : Packet.UP;
            default -> Packet.DOWN;
        };
        if (packet.poll()) {
            send(true);
        }
    }

    private long awaitDown() throws IOException {
        long deadline = System.nanoTime() + PATIENCE;
        while (true) {
            Packet packet = receive(deadline);
            long at = System.nanoTime();
            if (packet != null && packet.state() == Packet.DOWN && packet.diagnostic() == Packet.TIME_EXPIRED) {
                state = Packet.DOWN;
                theirs = 0;
                nextAt = at;
                return at;
            }
            require(deadline, "the failure is not noticed");
        }
    }

    private static void require(long deadline, String problem) {
        if (System.nanoTime() > deadline) {
            throw new IllegalStateException("BFD: " + problem);
        }
    }

    private void send(boolean isFinal) throws IOException {
        sending.send(Packet.write(state, isFinal, DISCRIMINATOR, theirs, interval), other);
    }

    private @Nullable Packet receive(long until) throws IOException {
        in.clear();
        if (receiving.receive(in) == null) {
            long millis = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            selector.select(Math.max(1, millis));
            selector.selectedKeys().clear();
            if (receiving.receive(in) == null) {
                return null;
            }
        }
        return in.flip().remaining() >= Packet.LENGTH ? Packet.read(in) : null;
    }

    @Override
    public void close() throws IOException {
        selector.close();
        receiving.close();
        sending.close();
    }
}
