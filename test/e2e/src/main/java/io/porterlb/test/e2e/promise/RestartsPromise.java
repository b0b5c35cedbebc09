package io.porterlb.test.e2e.promise;

import io.porterlb.test.e2e.pods.Restart;
import io.porterlb.test.e2e.pods.Usage;
import io.porterlb.test.e2e.stage.Promise;
import io.porterlb.test.e2e.stage.Report;
import io.porterlb.test.e2e.stage.Stage;
import java.util.List;

/// Whatever was done to the network and to objects, the programs have gone on: only the manager has restarted, once,
/// when it was killed. Also says what they have used.
public final class RestartsPromise implements Promise {
    /// By default of the chart.
    private static final int MANAGERS = 2;

    @Override
    public String name() {
        return "no container of PorterLB has restarted by itself";
    }

    @Override
    public void check(Stage stage, Report report) {
        List<Restart> restarts = stage.porterlb().restarts();
        report.expect(
                restarts.size() == 1 && isOurKill(restarts.getFirst()),
                "no container has restarted but the manager, once, when it was killed: " + restarts);
        List<Usage> usage = stage.porterlb().usage();
        report.expect(usage.size() == MANAGERS + stage.nodes().size(), "what the containers use at the end: " + usage);
    }

    private static boolean isOurKill(Restart restart) {
        return restart.container().equals("porter-manager") && restart.count() == 1 && restart.wasSigkill();
    }
}
