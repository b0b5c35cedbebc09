package io.porterlb.test.e2e.promise;

import io.porterlb.test.e2e.load.LoadResult;
import io.porterlb.test.e2e.promise.OddRouter.Habit;
import io.porterlb.test.e2e.stage.Promise;
import io.porterlb.test.e2e.stage.Report;
import io.porterlb.test.e2e.stage.Stage;
import io.porterlb.test.e2e.stage.Wait;
import java.time.Duration;

/// A BgpPeer that is no good says why, and disturbs no other session.
public final class BadPeerPromise implements Promise {
    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final String LEAF = "leaf1";
    private static final int NOBODY_LISTENS = 1;

    @Override
    public String name() {
        return "a BgpPeer that is no good says why and disturbs no other";
    }

    @Override
    public void check(Stage stage, Report report) {
        String leaf = address(stage);
        LoadResult result = stage.traffic()
                .during(Duration.ofSeconds(1), () -> all(stage, report, leaf), Duration.ZERO)
                .result();
        report.expect(
                stage.unharmed(result),
                "meanwhile %d of %d requests are lost".formatted(result.failures(), result.requests()));
    }

    private static void all(Stage stage, Report report, String leaf) {
        for (Habit habit : Habit.values()) {
            try (OddRouter router = new OddRouter(stage.cluster().namespace(LEAF), habit)) {
                says(stage, report, "a router that " + words(habit), leaf, router.port(), expected(habit));
            }
        }
        says(stage, report, "a router that refuses connections", leaf, NOBODY_LISTENS, "refused");
        String nobody = leaf.substring(0, leaf.lastIndexOf('.')) + ".250";
        says(stage, report, "an address that nobody has", nobody, 179, nobody);
    }

    private static String words(Habit habit) {
        return switch (habit) {
            case CLOSES -> "closes each connection";
            case RUBBISH -> "sends rubbish";
            case OTHER_AS -> "is in another AS";
            case SILENT -> "never says a word";
        };
    }

    private static String expected(Habit habit) {
        return switch (habit) {
            case CLOSES -> "closed";
            case RUBBISH -> "marker";
            case OTHER_AS -> "64999";
            case SILENT -> "OPENSENT";
        };
    }

    private static String address(Stage stage) {
        return stage.cluster().kubectl("get", "bgppeer", LEAF, "-o", "jsonpath={.spec.conf.neighborAddress}");
    }

    private static void says(Stage stage, Report report, String what, String address, int port, String expected) {
        stage.cluster().apply("""
                apiVersion: network.kubesphere.io/v1alpha2
                kind: BgpPeer
                metadata: {name: bad}
                spec:
                  conf: {neighborAddress: %s, peerAs: 64998}
                  transport: {remotePort: %d}
                """.formatted(address, port));
        String sentence = Wait.untilValue(
                PATIENCE, () -> condition(stage), text -> text.startsWith("False") && text.contains(expected));
        report.expect(
                sentence.startsWith("False") && sentence.contains(expected) && others(stage),
                what + ": BgpPeer has Ready=" + sentence);
        stage.cluster().kubectl("delete", "bgppeer", "bad", "--timeout=300s");
    }

    private static String condition(Stage stage) {
        String path = "jsonpath={range .status.conditions[?(@.type==\"Ready\")]}{.status} {.reason}: {.message}{end}";
        return stage.cluster().kubectl("get", "bgppeer", "bad", "-o", path);
    }

    private static boolean others(Stage stage) {
        String path =
                "jsonpath={range .items[*]}{.metadata.name}={.status.conditions[?(@.type==\"Ready\")].status} {end}";
        String states = stage.cluster().kubectl("get", "bgppeer", "-o", path);
        return states.contains("leaf1=True") && states.contains("leaf2=True");
    }
}
