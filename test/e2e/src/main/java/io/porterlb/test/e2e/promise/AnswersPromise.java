package io.porterlb.test.e2e.promise;

import io.porterlb.test.e2e.load.LoadResult;
import io.porterlb.test.e2e.stage.Pods;
import io.porterlb.test.e2e.stage.Promise;
import io.porterlb.test.e2e.stage.Report;
import io.porterlb.test.e2e.stage.Stage;
import java.time.Duration;

/// The client reaches every Pod.
public final class AnswersPromise implements Promise {
    @Override
    public String name() {
        return "the client gets answers from every Pod";
    }

    @Override
    public void check(Stage stage, Report report) {
        Pods pods = stage.awaitPods(2);
        stage.awaitWays(stage.nodes());
        stage.traffic().awaitAnswersOf(pods.names());
        LoadResult result = stage.traffic().during(Duration.ofSeconds(2));
        report.expect(
                result.answers().keySet().equals(pods.names()) && stage.unharmed(result),
                "%d requests from the client, %d lost, answers: %s"
                        .formatted(result.requests(), result.failures(), result.answers()));
    }
}
