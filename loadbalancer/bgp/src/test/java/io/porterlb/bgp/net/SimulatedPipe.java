package io.porterlb.bgp.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.DuplexChannel;
import io.porterlb.address.IpAddress;
import io.porterlb.bgp.PeerConfig;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// A TCP connection between two simulated speakers: two channels, and octets on their way between them, which arrive
/// in order, in pieces of any size, when the network says so.
@SuppressWarnings("FutureReturnValueIgnored") // of closing
public final class SimulatedPipe {
    private static final long CONNECT_TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final IpAddress client;
    private final IpAddress server;
    private final End dialing;
    private final Connection dialed;
    private final End accepting;
    private boolean answered;
    private long age;

    /// One end: its channel, and what the other end has sent but this one has not yet got.
    private static final class End extends EmbeddedChannel implements DuplexChannel {
        private final IpAddress local;
        private final IpAddress remote;
        private final Deque<ByteBuf> arriving = new ArrayDeque<>();
        private boolean gone;
        private boolean finished;

        End(IpAddress local, IpAddress remote) {
            this.local = local;
            this.remote = remote;
            freezeTime();
        }

        @Override
        protected SocketAddress localAddress0() {
            return new InetSocketAddress(local.toInetAddress(), 179);
        }

        @Override
        protected SocketAddress remoteAddress0() {
            return new InetSocketAddress(remote.toInetAddress(), 179);
        }

        boolean isClosed() {
            return gone || !isOpen();
        }

        boolean saysNoMore() {
            return isClosed() || finished;
        }

        @Override
        public ChannelFuture shutdownOutput() {
            return shutdownOutput(newPromise());
        }

        @Override
        public ChannelFuture shutdownOutput(ChannelPromise promise) {
            finished = true;
            return promise.setSuccess();
        }

        @Override
        public boolean isOutputShutdown() {
            return finished;
        }

        @Override
        public boolean isInputShutdown() {
            return false;
        }

        @Override
        public ChannelFuture shutdownInput() {
            throw new UnsupportedOperationException("nobody does that");
        }

        @Override
        public ChannelFuture shutdownInput(ChannelPromise promise) {
            return shutdownInput();
        }

        @Override
        public boolean isShutdown() {
            return finished;
        }

        @Override
        public ChannelFuture shutdown() {
            return shutdownInput();
        }

        @Override
        public ChannelFuture shutdown(ChannelPromise promise) {
            return shutdownInput();
        }
    }

    /// What came of asking for a connection.
    private final class Offer implements Incoming {
        @Override
        public IpAddress remoteAddress() {
            return client;
        }

        @Override
        public IpAddress localAddress() {
            return server;
        }

        @Override
        public Optional<String> device() {
            return Optional.empty();
        }

        @Override
        public boolean prepare(PeerConfig peer) {
            return true;
        }

        @Override
        public Connection accept(ConnectionListener listener) {
            return Connection.on(accepting, listener);
        }

        @Override
        public void refuse() {
            accepting.close();
        }
    }

    /// A connection that is asked for and not answered yet.
    public SimulatedPipe(IpAddress client, IpAddress server, ConnectionListener listener) {
        this.client = client;
        this.server = server;
        dialing = new End(client, server);
        accepting = new End(server, client);
        dialed = Connection.on(dialing, listener);
    }

    /// What the dialing side holds in its hand.
    public Connection connection() {
        return dialed;
    }

    public IpAddress client() {
        return client;
    }

    public IpAddress server() {
        return server;
    }

    /// Whether both ends are gone, so that nothing can happen any more.
    public boolean isOver() {
        return dialing.isClosed() && (!answered || accepting.isClosed());
    }

    /// Whether both ends are open, and neither has said that this was all.
    public boolean isHeldByBoth() {
        return answered && !dialing.saysNoMore() && !accepting.saysNoMore();
    }

    /// Something that the network can do for it now.
    public boolean hasWork() {
        return (!answered && !dialing.isClosed()) || canMove(dialing, accepting) || canMove(accepting, dialing);
    }

    private boolean canMove(End from, End to) {
        collect(from, to);
        return answered && !to.isClosed() && (!to.arriving.isEmpty() || from.saysNoMore());
    }

    /// Answers the connection, or moves some octets, or tells one end that the other is gone.
    ///
    /// @param listener takes the connection; empty if nobody listens there
    public void work(Optional<Consumer<Incoming>> listener, RandomGenerator random) {
        if (!answered) {
            answer(listener);
        } else if (random.nextBoolean() && canMove(dialing, accepting)) {
            move(accepting, random);
        } else if (canMove(accepting, dialing)) {
            move(dialing, random);
        } else if (canMove(dialing, accepting)) {
            move(accepting, random);
        }
    }

    private void answer(Optional<Consumer<Incoming>> listener) {
        answered = true;
        if (listener.isEmpty()) {
            accepting.close();
            dialed.opened(dialing.newFailedFuture(new ConnectException("Connection refused")));
            return;
        }
        listener.get().accept(new Offer());
        if (accepting.isOpen()) {
            dialed.opened(dialing.newSucceededFuture());
        }
    }

    private static void collect(End from, End to) {
        for (ByteBuf sent = from.readOutbound(); sent != null; sent = from.readOutbound()) {
            if (sent.isReadable()) {
                to.arriving.add(sent);
            }
        }
    }

    private static void move(End to, RandomGenerator random) {
        ByteBuf next = to.arriving.peek();
        if (next == null) {
            to.close(); // the other end has closed, and all that it said has arrived
            return;
        }
        to.writeInbound(next.readRetainedSlice(random.nextInt(1, next.readableBytes() + 1)));
        if (!next.isReadable()) {
            to.arriving.remove().release();
        }
    }

    /// The speaker at this address is gone, and did not say so.
    public void lose(IpAddress speaker) {
        if (speaker.equals(client)) {
            dialing.gone = true;
        }
        if (speaker.equals(server)) {
            accepting.gone = true;
        }
    }

    /// Lets time pass at both ends. A connection that nobody answers fails in the end.
    public void pass(long nanos) {
        age += nanos;
        if (!answered && !dialing.isClosed() && age > CONNECT_TIMEOUT_NANOS) {
            answered = true;
            accepting.close();
            dialed.opened(dialing.newFailedFuture(new ConnectException("connection timed out")));
        }
        for (End end : new End[] {dialing, accepting}) {
            if (!end.gone) {
                end.advanceTimeBy(nanos, TimeUnit.NANOSECONDS);
                end.runScheduledPendingTasks();
                end.runPendingTasks();
            }
        }
    }

    @Override
    public String toString() {
        return client + " -> " + server + (answered ? "" : " (asked for)") + " open " + !dialing.isClosed() + "/"
                + !accepting.isClosed();
    }
}
