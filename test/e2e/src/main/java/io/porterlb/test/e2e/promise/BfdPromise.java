package io.porterlb.test.e2e.promise;

import io.porterlb.test.e2e.rival.FrrOnNodes;
import io.porterlb.test.e2e.rival.LeafBfd;
import io.porterlb.test.e2e.stage.Promise;
import io.porterlb.test.e2e.stage.Report;
import io.porterlb.test.e2e.stage.Stage;
import io.porterlb.test.e2e.stage.Traffic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// With BFD, a node that is cut off costs as little as with FRR and its BFD on the nodes, of which the same run is the
/// judge: both are cut off in turn, in the same fabric, under the same load.
public final class BfdPromise implements Promise {
    private static final Duration BEFORE = Duration.ofSeconds(2);
    private static final Duration AFTER = Duration.ofSeconds(4);

    /// A cut falls anywhere between two packets of BFD, and requests between two cuts: what chance alone may make of
    /// about 800 requests.
    private static final int CHANCE = 20;

    @Override
    public String name() {
        return "with BFD, a node that is cut off costs no more than with FRR and BFD on the nodes";
    }

    @Override
    public void check(Stage stage, Report report) {
        stage.service().patch("{\"spec\":{\"externalTrafficPolicy\":\"Local\"}}");
        peers(stage, "{\"spec\":{\"bfd\":{\"enabled\":true}}}");
        List<Traffic.Run> ours = cuts(stage, report, "PorterLB");
        peers(stage, "{\"spec\":{\"conf\":{\"adminDown\":true}}}");
        List<Traffic.Run> theirs;
        try (FrrOnNodes _ = FrrOnNodes.announcing(stage.cluster(), stage.prefix())) {
            theirs = cuts(stage, report, "FRR");
        }
        peers(stage, "{\"spec\":{\"conf\":{\"adminDown\":null},\"bfd\":null}}");
        stage.service().patch("{\"spec\":{\"externalTrafficPolicy\":\"Cluster\"}}");
        boolean noMore = failures(ours) <= failures(theirs) + CHANCE;
        report.expect(
                noMore || !stage.judgeGaps(),
                "node1 and node2 cut off with BFD 3x300 ms: %s lost with PorterLB, %s with FRR on the nodes"
                        .formatted(describe(ours), describe(theirs)));
        report.expect(
                stage.awaitWays(stage.nodes()).size()
                        == Stage.waysTo(stage.nodes().size()),
                "afterwards all paths lead to PorterLB's nodes again");
    }

    private static void peers(Stage stage, String patch) {
        for (String peer : List.of("leaf1", "leaf2")) {
            stage.cluster().kubectl("patch", "bgppeer", peer, "--type=merge", "-p", patch);
        }
    }

    private static List<Traffic.Run> cuts(Stage stage, Report report, String speaker) {
        stage.awaitWays(stage.nodes());
        boolean up = LeafBfd.awaitUp(stage.fabric(), stage.nodes().size());
        report.expect(up, speaker + " on the nodes: BFD is up at both leaves: " + LeafBfd.words(stage.fabric()));
        List<Traffic.Run> runs = new ArrayList<>();
        for (String node : stage.nodes()) {
            runs.add(cut(stage, node));
            stage.awaitWays(stage.nodes());
            LeafBfd.awaitUp(stage.fabric(), stage.nodes().size());
        }
        return runs;
    }

    private static Traffic.Run cut(Stage stage, String node) {
        try {
            return stage.traffic().during(BEFORE, () -> stage.fabric().cut(node), AFTER);
        } finally {
            stage.fabric().restore(node);
        }
    }

    private static long failures(List<Traffic.Run> runs) {
        return runs.stream().mapToLong(run -> run.result().failures()).sum();
    }

    private static String describe(List<Traffic.Run> runs) {
        int requests = runs.stream().mapToInt(run -> run.result().requests()).sum();
        List<String> last = runs.stream()
                .map(run -> run.result()
                        .lastFailureAfter(run.eventAt())
                        .map(time -> time.toMillis() + " ms")
                        .orElse("none"))
                .toList();
        return "%d of %d requests (last failure after the cut: %s)"
                .formatted(failures(runs), requests, String.join(", ", last));
    }
}
