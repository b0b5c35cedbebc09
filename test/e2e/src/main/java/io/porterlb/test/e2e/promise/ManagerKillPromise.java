package io.porterlb.test.e2e.promise;

import io.porterlb.test.e2e.load.LoadResult;
import io.porterlb.test.e2e.stage.Promise;
import io.porterlb.test.e2e.stage.Report;
import io.porterlb.test.e2e.stage.Service;
import io.porterlb.test.e2e.stage.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The manager goes and comes back, by order or by SIGKILL, and nobody notices.
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
        Restarts.expectNone(stage, report);
        absent(stage, report, services, before);
        killed(stage, report, services, before);
        services.stream().skip(1).forEach(Service::delete);
    }

    private static void absent(Stage stage, Report report, List<Service> services, List<String> before) {
        List<String> late = new ArrayList<>();
        LoadResult result = during(stage, () -> {
            stage.porterlb().stopManager();
            Service made = Service.create(stage.cluster(), "late");
            stage.porterlb().startManager();
            late.add(made.awaitAddress());
        });
        report.expect(
                late.size() == 1 && !before.contains(late.getFirst()),
                "a Service made while there was no manager has an address of its own afterwards: " + late);
        same(stage, report, "manager taken away and brought back", result, before, addresses(services));
        new Service(stage.cluster(), "late").delete();
    }

    private static void killed(Stage stage, Report report, List<Service> services, List<String> before) {
        LoadResult result = during(stage, () -> stage.porterlb().killManager());
        same(
                stage,
                report,
                "manager killed with SIGKILL, and restarted by the kubelet",
                result,
                before,
                addresses(services));
        Service next = Service.create(stage.cluster(), "next");
        report.expect(!before.contains(next.awaitAddress()), "the restarted one gives a new Service " + next.address());
        next.delete();
    }

    private static LoadResult during(Stage stage, Runnable event) {
        return stage.traffic()
                .during(Duration.ofSeconds(1), event, Duration.ofSeconds(3))
                .result();
    }

    private static List<String> addresses(List<Service> services) {
        return services.stream().map(Service::address).toList();
    }

    private static void same(
            Stage stage, Report report, String what, LoadResult result, List<String> before, List<String> after) {
        report.expect(
                after.equals(before) && stage.unharmed(result),
                "%s: %d of %d requests lost, addresses before %s, after %s"
                        .formatted(what, result.failures(), result.requests(), before, after));
    }
}
