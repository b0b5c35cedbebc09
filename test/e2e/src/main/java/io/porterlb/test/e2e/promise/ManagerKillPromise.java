package io.porterlb.test.e2e.promise;

import io.porterlb.test.cluster.process.HostProcess;
import io.porterlb.test.e2e.load.LoadResult;
import io.porterlb.test.e2e.stage.Promise;
import io.porterlb.test.e2e.stage.Report;
import io.porterlb.test.e2e.stage.Service;
import io.porterlb.test.e2e.stage.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The manager dies and comes back, and nobody notices.
public final class ManagerKillPromise implements Promise {
    private static final int OTHERS = 5;

    @Override
    public String name() {
        return "the manager is killed and restarted: same addresses, no request lost";
    }

    @Override
    public void check(Stage stage, Report report) {
        List<Service> services = new ArrayList<>(List.of(stage.service()));
        for (int i = 1; i <= OTHERS; i++) {
            services.add(Service.create(stage.cluster(), "other-" + i));
        }
        List<String> before = services.stream().map(Service::awaitAddress).toList();
        HostProcess manager = stage.porterlb().manager();
        List<String> late = new ArrayList<>();
        LoadResult result = stage.traffic()
                .during(Duration.ofSeconds(1), () -> killAndRestart(stage, manager, late), Duration.ofSeconds(3))
                .result();
        List<String> after = services.stream().map(Service::address).toList();
        report.expect(
                after.equals(before) && result.failures() == 0,
                "manager killed with SIGKILL and restarted: %d of %d requests lost, addresses before %s, after %s"
                        .formatted(result.failures(), result.requests(), before, after));
        report.expect(
                late.size() == 1 && !before.contains(late.getFirst()),
                "a Service made while it was dead has an address of its own afterwards: " + late);
        services.stream().skip(1).forEach(Service::delete);
        new Service(stage.cluster(), "late").delete();
    }

    private static void killAndRestart(Stage stage, HostProcess manager, List<String> late) {
        manager.kill();
        Service made = Service.create(stage.cluster(), "late");
        manager.restart();
        late.add(made.awaitAddress());
    }
}
