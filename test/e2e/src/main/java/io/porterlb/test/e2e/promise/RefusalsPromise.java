package io.porterlb.test.e2e.promise;

import io.porterlb.test.e2e.stage.Promise;
import io.porterlb.test.e2e.stage.Report;
import io.porterlb.test.e2e.stage.Service;
import io.porterlb.test.e2e.stage.Stage;

/// What cannot be served says why, on itself, and does no harm to others.
public final class RefusalsPromise implements Promise {
    private static final String SMALL_EIP = """
            apiVersion: network.kubesphere.io/v1alpha2
            kind: Eip
            metadata: {name: single}
            spec: {address: 192.0.2.80, autoAssign: false}
            """;
    private static final String EVENT = "SyncLoadBalancerFailed";
    private static final String BY_EIP = "eip.openelb.kubesphere.io/v1alpha2";

    @Override
    public String name() {
        return "a Service that can't be served says why and harms nobody";
    }

    @Override
    public void check(Stage stage, Report report) {
        String address = stage.service().address();
        refused(stage, report, "taken", "AddressTaken", address, "loadBalancerIP: " + address);
        refused(stage, report, "outside", "AddressOutsidePools", "203.0.113.1", "loadBalancerIP: 203.0.113.1");
        exhausted(stage, report);
        report.expect(
                stage.service().address().equals(address)
                        && stage.traffic().get("/hostname").startsWith("echo-"),
                "meanwhile " + address + " still belongs to Service echo and answers");
    }

    private static void refused(
            Stage stage, Report report, String name, String reason, String expected, String... spec) {
        Service service = Service.create(stage.cluster(), name, spec);
        String message = stage.awaitEvent("Service", name, EVENT);
        String condition = service.awaitRefusal();
        report.expect(
                service.address().isEmpty() && message.contains(expected) && condition.equals(reason),
                "Service %s gets no address; condition %s, event: \"%s\"".formatted(name, condition, message));
        service.delete();
    }

    private static void exhausted(Stage stage, Report report) {
        stage.cluster().apply(SMALL_EIP);
        Service first = withEip(stage, "first-come");
        String address = first.awaitAddress();
        Service second = withEip(stage, "late-comer");
        String message = stage.awaitEvent("Service", "late-comer", EVENT);
        String condition = second.awaitRefusal();
        report.expect(
                address.equals("192.0.2.80")
                        && second.address().isEmpty()
                        && message.contains("single")
                        && condition.equals("AddressPoolExhausted"),
                "an Eip of one address serves one Service; the other: condition %s, event \"%s\""
                        .formatted(condition, message));
        first.delete();
        report.expect(
                second.awaitAddress().equals("192.0.2.80"),
                "the first Service is deleted, and the other one gets " + second.address());
        second.delete();
        stage.cluster().kubectl("delete", "eip", "single", "--timeout=300s");
    }

    private static Service withEip(Stage stage, String name) {
        stage.cluster().apply("""
                apiVersion: v1
                kind: Service
                metadata: {name: %s, annotations: {%s: single}}
                spec: {type: LoadBalancer, selector: {app: echo}, ports: [{port: 80, targetPort: 8080}]}
                """.formatted(name, BY_EIP));
        return new Service(stage.cluster(), name);
    }
}
