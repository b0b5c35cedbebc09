package io.porterlb.test.e2e.lifecycle;

import io.porterlb.test.cluster.network.NetworkNamespace;
import io.porterlb.test.e2e.load.Load;
import io.porterlb.test.e2e.load.LoadResult;
import io.porterlb.test.e2e.load.OpenConnections;
import io.porterlb.test.e2e.load.OpenConnectionsResult;
import io.porterlb.test.e2e.load.Shot;
import io.porterlb.test.e2e.stage.Wait;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/// Clients of all Services while something is done to the cluster: a new connection to each every 10 ms, and
/// connections that are kept open.
///
/// @param client where they are
/// @param addresses by Service
/// @param open how many connections to each Service are kept open
public record UnderTraffic(NetworkNamespace client, Map<String, String> addresses, int open) {
    private static final int PORT = 80;
    private static final Duration BEFORE = Duration.ofSeconds(1);
    private static final Duration AFTER = Duration.ofSeconds(2);

    /// What the clients of one Service saw.
    public record Seen(String service, LoadResult load, OpenConnectionsResult connections) {
        /// When each was begun, how long it took to be lost, and why.
        private List<String> lost() {
            return load.shots().stream()
                    .filter(Shot::failed)
                    .map(shot -> "at %d ms after %d ms: %s"
                            .formatted(shot.started().toMillis(), shot.took().toMillis(), shot.failure()))
                    .toList();
        }

        @Override
        public String toString() {
            return "%s: %d requests, %d lost %s, longest gap %d ms; open: %d of %d broken, longest wait %d ms"
                    .formatted(
                            service,
                            load.requests(),
                            load.failures(),
                            lost(),
                            load.longestGap().toMillis(),
                            connections.broken().size(),
                            connections.connections(),
                            connections.longestWait().toMillis());
        }
    }

    /// Does it, and gives what the clients of each Service saw from a second before until two seconds after.
    public List<Seen> during(Runnable deed) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Clients> clients = new ArrayList<>();
            try {
                addresses.forEach((service, address) -> clients.add(clients(service, address)));
                clients.forEach(one -> one.startLoad(threads));
                Wait.until(BEFORE, () -> false);
                deed.run();
                Wait.until(AFTER, () -> false);
            } finally {
                clients.forEach(Clients::stop);
            }
            return clients.stream().map(Clients::seen).toList();
        }
    }

    private Clients clients(String service, String address) {
        InetSocketAddress target = new InetSocketAddress(address, PORT);
        return new Clients(service, client, new Load(target, "/hostname"), OpenConnections.open(client, target, open));
    }

    private static final class Clients {
        private final String service;
        private final NetworkNamespace client;
        private final Load load;
        private final OpenConnections connections;
        private CompletableFuture<LoadResult> result = new CompletableFuture<>();
        private CompletableFuture<OpenConnectionsResult> closed = new CompletableFuture<>();

        private Clients(String service, NetworkNamespace client, Load load, OpenConnections connections) {
            this.service = service;
            this.client = client;
            this.load = load;
            this.connections = connections;
        }

        private void startLoad(java.util.concurrent.Executor threads) {
            result = CompletableFuture.supplyAsync(() -> client.call(load::run), threads);
        }

        private void stop() {
            load.stop();
            closed.complete(connections.close());
        }

        private Seen seen() {
            return new Seen(service, result.join(), closed.join());
        }
    }
}
