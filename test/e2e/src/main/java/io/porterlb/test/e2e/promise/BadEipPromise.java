package io.porterlb.test.e2e.promise;

import io.porterlb.test.cluster.process.CommandFailedException;
import io.porterlb.test.e2e.stage.Promise;
import io.porterlb.test.e2e.stage.Report;
import io.porterlb.test.e2e.stage.Stage;
import io.porterlb.test.e2e.stage.Wait;
import java.time.Duration;

/// An Eip that makes no sense is refused, or says so itself, and touches nothing else.
public final class BadEipPromise implements Promise {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Override
    public String name() {
        return "a bad Eip is refused with a sentence, or carries one";
    }

    @Override
    public void check(Stage stage, Report report) {
        String address = stage.service().address();
        refused(stage, report, "198.51.100.20-198.51.100.10", "a reversed range");
        refused(stage, report, "two hundred addresses", "text");
        flagged(stage, report, "192.0.2.133/28", "AddressNormalized", "a CIDR with host bits");
        flagged(stage, report, "198.51.100.70-198.51.100.80", "Ready", "an overlap");
        report.expect(
                stage.service().address().equals(address)
                        && stage.traffic().get("/hostname").startsWith("echo-"),
                "meanwhile Service echo keeps " + address + " and answers");
    }

    private static void refused(Stage stage, Report report, String address, String what) {
        try {
            stage.cluster().apply(eip(address));
            report.failed("an Eip with " + what + " (" + address + ") is accepted");
            delete(stage);
        } catch (CommandFailedException e) {
            String sentence = e.result().error().strip();
            report.expect(
                    sentence.contains("spec.address") && sentence.contains("write"),
                    "an Eip with " + what + " is refused by the API server: \"" + sentence + "\"");
        }
    }

    private static void flagged(Stage stage, Report report, String address, String type, String what) {
        stage.cluster().apply(eip(address));
        String path = "jsonpath={range .status.conditions[?(@.type==\"" + type + "\")]}{.status}: {.message}{end}";
        String condition = Wait.untilValue(
                PATIENCE,
                () -> stage.cluster().kubectl("get", "eip", "bad", "-o", path),
                text -> text.startsWith("False: "));
        report.expect(
                condition.startsWith("False: ") && condition.contains(address.substring(0, 9)),
                "an Eip with %s (%s) has the condition %s=%s".formatted(what, address, type, condition));
        delete(stage);
    }

    private static void delete(Stage stage) {
        stage.cluster().kubectl("delete", "eip", "bad", "--timeout=300s");
    }

    private static String eip(String address) {
        return """
                apiVersion: network.kubesphere.io/v1alpha2
                kind: Eip
                metadata: {name: bad}
                spec: {address: "%s", autoAssign: false}
                """.formatted(address);
    }
}
