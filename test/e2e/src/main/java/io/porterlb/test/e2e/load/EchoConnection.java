package io.porterlb.test.e2e.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// One connection that is kept open: asks agnhost's `/echo` for a number, and sees that the number comes back. The
/// thread of [OpenConnections] owns it; the number of answers may be read from any thread.
final class EchoConnection implements AutoCloseable {
    /// TCP makes good what is lost for a while; a user would have given up after this time.
    static final Duration LIMIT = Duration.ofSeconds(30);

    private final int number;
    private final SocketChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(EchoAnswer.LONGEST);
    private final AtomicLong answers = new AtomicLong();
    private Optional<OpenConnectionsResult.Broken> broken = Optional.empty();
    private Duration asked = Duration.ZERO;
    private Duration longestWait = Duration.ZERO;
    private boolean waiting = true; // at first until it is connected

    private EchoConnection(int number, SocketChannel channel) {
        this.number = number;
        this.channel = channel;
    }

    /// Begins to connect, from the network namespace of the calling thread.
    static EchoConnection open(int number, InetSocketAddress target, Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open();
        var connection = new EchoConnection(number, channel);
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.register(selector, SelectionKey.OP_CONNECT, connection);
        channel.connect(target);
        return connection;
    }

    /// Does what its socket is ready for.
    void serve(SelectionKey key, Duration now) {
        try {
            if (key.isConnectable()) {
                channel.finishConnect();
                key.interestOps(SelectionKey.OP_READ);
                ask(now);
            } else {
                read(now);
            }
        } catch (IOException e) {
            breakOff(now, String.valueOf(e.getMessage()));
        }
    }

    /// Does what is due.
    ///
    /// @param goesOn whether to ask again
    void tick(Duration now, boolean goesOn) {
        Duration since = now.minus(asked);
        if (broken.isPresent()) {
            return;
        }
        if (waiting && since.compareTo(LIMIT) > 0) {
            breakOff(now, "no answer for " + LIMIT.toSeconds() + " s");
        } else if (goesOn && !waiting && since.compareTo(OpenConnections.PACE) >= 0) {
            askOrBreak(now);
        }
    }

    private void askOrBreak(Duration now) {
        try {
            ask(now);
        } catch (IOException e) {
            breakOff(now, String.valueOf(e.getMessage()));
        }
    }

    /// One small request at a time always fits into the socket's buffer.
    private void ask(Duration now) throws IOException {
        String request = "GET /echo?msg=" + nextAnswer() + " HTTP/1.1\r\nHost: echo\r\n\r\n";
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        asked = now;
        waiting = true;
    }

    private String nextAnswer() {
        return number + "-" + answers.get();
    }

    private void read(Duration now) throws IOException {
        if (channel.read(buffer) < 0) {
            breakOff(now, "closed by the other side");
            return;
        }
        switch (EchoAnswer.read(buffer.array(), buffer.position())) {
            case EchoAnswer.Unfinished _ -> {}
            case EchoAnswer.Body(String text) when text.equals(nextAnswer()) -> answered(now);
            case EchoAnswer.Body(String text) -> breakOff(now, "answered " + text + " instead of " + nextAnswer());
            case EchoAnswer.Bad(String start) -> breakOff(now, "answered " + start);
        }
    }

    private void answered(Duration now) {
        noteWait(now);
        buffer.clear();
        waiting = false;
        answers.incrementAndGet();
    }

    private void noteWait(Duration now) {
        Duration wait = now.minus(asked);
        longestWait = wait.compareTo(longestWait) > 0 ? wait : longestWait;
    }

    /// Whether it has asked, and may still be answered.
    boolean isWaiting() {
        return waiting && broken.isEmpty();
    }

    private void breakOff(Duration now, String reason) {
        broken = Optional.of(new OpenConnectionsResult.Broken(number, now, reason));
        close();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException _) {
            // It is closed all the same.
        }
    }

    /// Whether it has had an answer, or never will.
    boolean isDecided() {
        return answers.get() > 0 || !channel.isOpen();
    }

    long answers() {
        return answers.get();
    }

    Duration longestWait() {
        return longestWait;
    }

    Optional<OpenConnectionsResult.Broken> broken() {
        return broken;
    }
}
