package io.porterlb.test.e2e.stage;

import io.porterlb.test.e2e.load.Load;
import io.porterlb.test.e2e.load.LoadResult;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/// The client of the fabric, on its way to an address.
public record Traffic(Stage stage, String address) {
    private static final int PORT = 80;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /// What a client saw, and when something was done to the network meanwhile.
    ///
    /// @param eventAt the moment, since the load began
    public record Run(LoadResult result, Duration eventAt) {}

    /// Runs the load, does something in the middle, and goes on.
    public Run during(Duration before, Runnable event, Duration after) {
        Load load = new Load(new InetSocketAddress(address, PORT), "/hostname");
        try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<LoadResult> result = CompletableFuture.supplyAsync(() -> inClient(load), thread);
            try {
                Wait.pause(before);
                Duration eventAt = load.now();
                event.run();
                Wait.pause(after);
                load.stop();
                return new Run(result.join(), eventAt);
            } finally {
                load.stop();
            }
        }
    }

    /// Runs the load for a while.
    public LoadResult during(Duration time) {
        return during(time, () -> {}, Duration.ZERO).result();
    }

    /// Waits until each of these Pods has answered, and nothing was lost for a while: kube-proxy needs up to a second
    /// until every node knows a new Pod.
    ///
    /// @return whether that came to be
    public boolean awaitAnswersOf(Set<String> pods) {
        return Wait.until(PATIENCE, () -> {
            LoadResult result = during(Duration.ofSeconds(1));
            return result.failures() == 0 && result.answers().keySet().equals(pods);
        });
    }

    private LoadResult inClient(Load load) {
        return stage.fabric().client().call(load::run);
    }

    /// Asks once, with patience.
    ///
    /// @return what curl printed
    public String get(String path) {
        return stage.fabric()
                .client()
                .exec("curl", "--silent", "--show-error", "--fail", "--max-time", "5", "http://" + address + path);
    }
}
