package io.porterlb.test.e2e.promise;

import io.porterlb.test.e2e.install.SourceTree;
import io.porterlb.test.e2e.stage.Promise;
import io.porterlb.test.e2e.stage.Report;
import io.porterlb.test.e2e.stage.Service;
import io.porterlb.test.e2e.stage.Stage;
import io.porterlb.test.e2e.stage.Wait;
import java.time.Duration;

/// The examples are applied, and the Service gets an address from the Eip.
public final class AddressPromise implements Promise {
    @Override
    public String name() {
        return "a Service gets an address from the Eip";
    }

    @Override
    public void check(Stage stage, Report report) {
        long began = System.nanoTime();
        stage.cluster()
                .kubectl("apply", "-f", SourceTree.path("manifests/examples").toString());
        Service service = stage.service();
        String address = service.awaitAddress();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        report.expect(
                address.startsWith("198.51.100."),
                "Service echo has %s %d ms after 'kubectl apply' of all examples was begun"
                        .formatted(address, took.toMillis()));
        secondService(stage, report);
        table(stage, report, "eip", address.isEmpty() ? "?" : "198.51.100.");
        Wait.until(
                Duration.ofMinutes(2),
                () -> peers(stage).lines().filter(l -> l.contains("2/2")).count() == 2);
        table(stage, report, "bgppeer", "2/2");
    }

    /// What one more Service costs, without the examples around it.
    private static void secondService(Stage stage, Report report) {
        long began = System.nanoTime();
        Service second = Service.create(stage.cluster(), "second");
        String address = second.awaitAddress();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        report.expect(
                !address.equals(stage.service().address()),
                "a second Service has %s after %d ms, three calls of kubectl included"
                        .formatted(address, took.toMillis()));
        second.delete();
    }

    private static String peers(Stage stage) {
        return stage.cluster().kubectl("get", "bgppeer", "--no-headers");
    }

    private static void table(Stage stage, Report report, String kind, String expected) {
        String table = stage.cluster().kubectl("get", kind).stripTrailing();
        report.expect(
                table.lines().skip(1).allMatch(line -> line.contains(expected)),
                "kubectl get " + kind + " shows it:\n           " + table.replace("\n", "\n           "));
    }
}
