package io.porterlb.test.e2e.promise;

import io.porterlb.test.e2e.stage.Promise;
import io.porterlb.test.e2e.stage.Report;
import io.porterlb.test.e2e.stage.Service;
import io.porterlb.test.e2e.stage.Stage;

/// A Service whose status holds an address of no Eip belongs to somebody else.
public final class ForeignStatusPromise implements Promise {
    private static final String NAME = "somebody-elses";
    private static final String ADDRESS = "203.0.113.77";

    @Override
    public String name() {
        return "a Service that somebody else gave an address is left alone";
    }

    @Override
    public void check(Stage stage, Report report) {
        // The status must be there before the manager first sees the Service
        stage.porterlb().manager().kill();
        Service service = Service.create(stage.cluster(), NAME);
        stage.cluster()
                .kubectl(
                        "patch",
                        "service",
                        NAME,
                        "--subresource=status",
                        "--type=merge",
                        "-p",
                        "{\"status\":{\"loadBalancer\":{\"ingress\":[{\"ip\":\"" + ADDRESS + "\"}]}}}");
        stage.porterlb().manager().restart();
        String message = stage.awaitEvent("Service", NAME, "ForeignAddress");
        report.expect(
                service.address().equals(ADDRESS) && message.contains(ADDRESS),
                "Service %s keeps %s; event ForeignAddress: \"%s\"".formatted(NAME, ADDRESS, message));
        service.delete();
    }
}
