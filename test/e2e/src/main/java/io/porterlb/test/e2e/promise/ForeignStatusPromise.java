package io.porterlb.test.e2e.promise;

import io.porterlb.test.e2e.stage.Promise;
import io.porterlb.test.e2e.stage.Report;
import io.porterlb.test.e2e.stage.Service;
import io.porterlb.test.e2e.stage.Stage;
import java.util.ArrayList;
import java.util.List;

/// A Service whose status holds an address of no Eip belongs to somebody else.
public final class ForeignStatusPromise implements Promise {
    private static final String NAME = "somebody-elses";
    private static final String FINALIZER = "service.kubernetes.io/load-balancer-cleanup";
    private static final String ADDRESS = "203.0.113.77";

    @Override
    public String name() {
        return "a Service that somebody else gave an address is left alone";
    }

    @Override
    public void check(Stage stage, Report report) {
        // Both must be there before the manager first sees the Service
        Restarts.expectNone(stage, report);
        stage.porterlb().stopManager();
        Service service = Service.create(stage.cluster(), NAME);
        patch(stage, "{\"metadata\":{\"finalizers\":[\"" + FINALIZER + "\"]}}");
        patch(
                stage,
                "{\"status\":{\"loadBalancer\":{\"ingress\":[{\"ip\":\"" + ADDRESS + "\"}]}}}",
                "--subresource=status");
        stage.porterlb().startManager();
        String message = stage.awaitEvent("Service", NAME, "ForeignAddress");
        report.expect(
                service.address().equals(ADDRESS) && message.contains(ADDRESS),
                "Service %s keeps %s; event ForeignAddress: \"%s\"".formatted(NAME, ADDRESS, message));
        deletion(stage, service, report);
    }

    /// Its own load balancer has to see the address and the finalizer until it has done its part.
    private static void deletion(Stage stage, Service service, Report report) {
        stage.cluster().kubectl("delete", "service", NAME, "--wait=false");
        Service later = Service.create(stage.cluster(), "later");
        later.awaitAddress(); // so the manager has looked at the cluster since
        report.expect(
                service.address().equals(ADDRESS),
                "it is deleted: its status and its finalizer stay until its own load balancer has let go");
        later.delete();
        patch(stage, "{\"metadata\":{\"finalizers\":null}}");
    }

    private static void patch(Stage stage, String json, String... options) {
        List<String> words = new ArrayList<>(List.of("patch", "service", NAME, "--type=merge", "-p", json));
        words.addAll(List.of(options));
        stage.cluster().kubectl(words.toArray(String[]::new));
    }
}
