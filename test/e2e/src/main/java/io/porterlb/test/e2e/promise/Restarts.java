package io.porterlb.test.e2e.promise;

import io.porterlb.test.e2e.pods.Restart;
import io.porterlb.test.e2e.stage.Report;
import io.porterlb.test.e2e.stage.Stage;
import java.util.List;

/// Where a Pod is about to go, and with it what it could tell of restarts.
final class Restarts {
    private Restarts() {}

    static void expectNone(Stage stage, Report report) {
        List<Restart> restarts = stage.porterlb().restarts();
        report.expect(restarts.isEmpty(), "until now no container of PorterLB has restarted: " + restarts);
    }
}
