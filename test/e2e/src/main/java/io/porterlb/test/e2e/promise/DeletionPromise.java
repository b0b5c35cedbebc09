package io.porterlb.test.e2e.promise;

import io.porterlb.test.e2e.stage.Promise;
import io.porterlb.test.e2e.stage.Report;
import io.porterlb.test.e2e.stage.Service;
import io.porterlb.test.e2e.stage.Stage;
import io.porterlb.test.e2e.stage.Wait;
import java.time.Duration;

/// A deleted Service leaves nothing behind. The last promise: the Service of the examples is gone afterwards.
public final class DeletionPromise implements Promise {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Override
    public String name() {
        return "a deleted Service leaves no route and no address behind";
    }

    @Override
    public void check(Stage stage, Report report) {
        String address = stage.service().address();
        String prefix = stage.prefix();
        stage.service().delete();
        report.expect(
                Wait.until(PATIENCE, () -> stage.paths().gone(prefix)),
                "Service echo is deleted: no router has a route to " + prefix + " any more");
        report.expect(
                Wait.until(PATIENCE, () -> !records(stage).contains(address)), "the record of " + address + " is gone");
        Service next = Service.create(stage.cluster(), "next", "loadBalancerIP: " + address);
        report.expect(next.awaitAddress().equals(address), "another Service can have " + address);
        next.delete();
    }

    private static String records(Stage stage) {
        return stage.cluster().kubectl("get", "porteraddresses.porterlb.io", "-o", "name");
    }
}
