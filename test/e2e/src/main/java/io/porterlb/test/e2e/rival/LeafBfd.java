package io.porterlb.test.e2e.rival;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.porterlb.test.cluster.fabric.Fabric;
import io.porterlb.test.cluster.router.FrrRouter;
import io.porterlb.test.e2e.stage.Wait;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// What the leaves know of BFD with the nodes, whoever speaks there.
public final class LeafBfd {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private LeafBfd() {}

    /// Waits until each leaf has this many sessions that are up; false if that does not come.
    public static boolean awaitUp(Fabric fabric, int sessions) {
        return Wait.until(PATIENCE, () -> leaves(fabric).allMatch(leaf -> up(leaf) == sessions));
    }

    /// Each session with its state, for a report.
    public static String words(Fabric fabric) {
        List<String> words = leaves(fabric)
                .flatMap(leaf -> sessions(leaf)
                        .map(session -> leaf.name() + " " + text(session, "peer") + " " + text(session, "status")))
                .toList();
        return String.join(", ", words);
    }

    private static Stream<FrrRouter> leaves(Fabric fabric) {
        return fabric.nodePeers().stream().map(leaf -> (FrrRouter) fabric.router(leaf.role()));
    }

    private static long up(FrrRouter leaf) {
        return sessions(leaf)
                .filter(session -> text(session, "status").equals("up"))
                .count();
    }

    private static Stream<JsonObject> sessions(FrrRouter leaf) {
        return leaf.vtyshJson("show bfd peers json").getAsJsonArray().asList().stream()
                .map(JsonElement::getAsJsonObject);
    }

    private static String text(JsonObject session, String field) {
        return session.get(field).getAsString();
    }
}
