package io.porterlb.test.e2e.load;

import io.porterlb.test.cluster.network.NetworkNamespace;
import io.porterlb.test.cluster.process.Await;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/// TCP connections that a client keeps open while something is done to the cluster, each with a numbered
/// request and its answer every [#PACE]. The other side is agnhost's `netexec`. One platform thread of the
/// client's network namespace owns all of them.
public final class OpenConnections {
    /// A connection sends its next request this long after its last one, once that is answered.
    public static final Duration PACE = Duration.ofMillis(200);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TICK_MILLIS = 20;

    private final InetSocketAddress target;
    private final int count;
    private final List<EchoConnection> connections = new CopyOnWriteArrayList<>();
    private final CompletableFuture<OpenConnectionsResult> result = new CompletableFuture<>();
    private final long began = System.nanoTime();
    private volatile boolean stopped;

    private OpenConnections(InetSocketAddress target, int count) {
        this.target = target;
        this.count = count;
    }

    /// Opens them; returns when each has had an answer.
    ///
    /// @throws IllegalStateException where one is broken before, or not all have had an answer within 30 s
    public static OpenConnections open(NetworkNamespace client, InetSocketAddress target, int count) {
        var open = new OpenConnections(target, count);
        Thread.ofVirtual().name("open connections").start(() -> open.runIn(client));
        boolean decided = Await.until(PATIENCE, () -> open.result.isDone() || open.isDecided());
        if (!decided || !open.allAnswered()) {
            throw new IllegalStateException(
                    "not every connection to " + target + " has had an answer: " + open.close());
        }
        return open;
    }

    private boolean isDecided() {
        return connections.size() == count && connections.stream().allMatch(EchoConnection::isDecided);
    }

    private boolean allAnswered() {
        return connections.stream().allMatch(connection -> connection.answers() > 0);
    }

    /// How long they have been there: the clock of [OpenConnectionsResult.Broken#at].
    public Duration now() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /// Closes them, and gives what became of them. A request that is under way gets its time: the answer, or none.
    public OpenConnectionsResult close() {
        stopped = true;
        return result.join();
    }

    private void runIn(NetworkNamespace client) {
        try {
            result.complete(client.call(this::run));
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        }
    }

    private OpenConnectionsResult run() throws IOException {
        try (Selector selector = Selector.open()) {
            for (int number = 1; number <= count; number++) {
                connections.add(EchoConnection.open(number, target, selector));
            }
            while (!stopped || connections.stream().anyMatch(EchoConnection::isWaiting)) {
                selector.select(this::serve, TICK_MILLIS);
                connections.forEach(connection -> connection.tick(now(), !stopped));
            }
            return OpenConnectionsResult.of(connections);
        } finally {
            connections.forEach(EchoConnection::close);
        }
    }

    private void serve(SelectionKey key) {
        ((EchoConnection) key.attachment()).serve(key, now());
    }
}
