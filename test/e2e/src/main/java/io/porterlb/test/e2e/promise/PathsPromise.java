package io.porterlb.test.e2e.promise;

import io.porterlb.test.e2e.load.LoadResult;
import io.porterlb.test.e2e.paths.LeafToNodeCounters;
import io.porterlb.test.e2e.stage.Promise;
import io.porterlb.test.e2e.stage.Report;
import io.porterlb.test.e2e.stage.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The client has 2 x 2 x 2 x 2 ways to the address, and uses them all.
public final class PathsPromise implements Promise {
    private static final String HASH_SEED = "net.ipv4.fib_multipath_hash_seed";

    @Override
    public String name() {
        return "16 paths exist and are used";
    }

    @Override
    public void check(Stage stage, Report report) {
        List<List<String>> ways = stage.awaitWays(stage.nodes());
        report.expect(
                ways.size() == Stage.waysTo(2),
                "%d paths from the client to the nodes, by the routers' kernel tables: %s"
                        .formatted(ways.size(), summary(ways)));
        used(stage, report);
    }

    private static String summary(List<List<String>> ways) {
        return ways.stream().map(way -> String.join(">", way)).collect(Collectors.joining(", "));
    }

    /// Every hop has two ways on. If each of the twelve links between routers, and each leaf-to-node pair, has carried
    /// requests, then so has every choice at every hop.
    private static void used(Stage stage, Report report) {
        if (!stage.fabric().client().hasSysctl(HASH_SEED)) {
            report.notRun("which paths are used can't be shown: this kernel has no " + HASH_SEED
                    + " (Linux 6.11), so all hops hash alike");
            return;
        }
        Map<String, Long> carried;
        LoadResult result;
        try (LeafToNodeCounters counters = LeafToNodeCounters.install(stage.cluster())) {
            Map<String, Long> before = routerLinks(stage);
            result = stage.traffic().during(Duration.ofSeconds(4));
            carried = routerLinks(stage);
            before.forEach((link, count) -> carried.merge(link, -count, Long::sum));
            carried.putAll(counters.read());
        }
        report.expect(
                carried.values().stream().allMatch(count -> count > result.requests() / 20),
                "%d requests used every link towards the nodes, packets: %s".formatted(result.requests(), carried));
    }

    private static Map<String, Long> routerLinks(Stage stage) {
        Map<String, Long> packets = new TreeMap<>();
        stage.fabric().links().stream()
                .filter(link -> !link.touches("rack"))
                .forEach(link -> packets.put(link.name(), link.packetsTowardsNodes()));
        return packets;
    }
}
