package io.porterlb.test.e2e.promise;

import io.porterlb.test.cluster.process.Command;
import io.porterlb.test.e2e.stage.Promise;
import io.porterlb.test.e2e.stage.Report;
import io.porterlb.test.e2e.stage.Service;
import io.porterlb.test.e2e.stage.Stage;
import io.porterlb.test.e2e.stage.Wait;
import java.time.Duration;

/// What people type: kubectl create, expose, get, describe, edit, patch and delete.
public final class KubectlPromise implements Promise {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String SHOP = "shop";
    private static final String PLAIN = "plain";

    @Override
    public String name() {
        return "kubectl create, expose, edit, patch and delete do what their users expect";
    }

    @Override
    public void check(Stage stage, Report report) {
        Service shop = expose(stage, report);
        create(stage, report);
        edit(stage, report, shop);
        changeType(stage, report, shop);
        delete(stage, report);
    }

    private static Service expose(Stage stage, Report report) {
        var shop = new Service(stage.cluster(), SHOP);
        stage.cluster().kubectl("expose", "deployment", Stage.SERVICE, "--name=" + SHOP, "--type=LoadBalancer");
        String address = shop.awaitAddress();
        report.expect(
                answers(stage, address, 8080),
                "kubectl expose: Service shop has " + address + ", which answers at the container's port");
        report.expect(
                stage.cluster().kubectl("get", "service", SHOP).contains(address),
                "kubectl get service shows it as EXTERNAL-IP");
        report.expect(
                Wait.until(PATIENCE, () -> description(stage).contains("EnsuredLoadBalancer"))
                        && description(stage).contains("LoadBalancer Ingress:     " + address),
                "kubectl describe service shows it, and the event EnsuredLoadBalancer");
        return shop;
    }

    private static String description(Stage stage) {
        return stage.cluster().kubectl("describe", "service", SHOP);
    }

    private static void create(Stage stage, Report report) {
        stage.cluster().kubectl("create", "service", "loadbalancer", PLAIN, "--tcp=80:8080");
        String address = new Service(stage.cluster(), PLAIN).awaitAddress();
        report.expect(!address.isEmpty(), "kubectl create service loadbalancer: Service plain has " + address);
    }

    private static void edit(Stage stage, Report report, Service shop) {
        String before = shop.address();
        Command.of(
                        "env",
                        "KUBE_EDITOR=sed --in-place 's/ port: 8080$/ port: 81/'",
                        stage.cluster().kubectlProgram().toString(),
                        "--kubeconfig=" + stage.cluster().kubeconfig(),
                        "edit",
                        "service",
                        SHOP)
                .run();
        report.expect(
                answers(stage, before, 81) && shop.address().equals(before),
                "kubectl edit: port 8080 becomes 81, and Service shop answers there at the same address");
    }

    private static void changeType(Stage stage, Report report, Service shop) {
        String address = shop.address();
        shop.patch("{\"spec\": {\"type\": \"ClusterIP\"}}");
        report.expect(
                Wait.until(
                        PATIENCE,
                        () -> shop.address().isEmpty() && stage.paths().gone(address + "/32")),
                "kubectl patch to type ClusterIP: its address and the routes to it are gone");
        shop.patch("{\"spec\": {\"type\": \"LoadBalancer\"}}");
        report.expect(answers(stage, shop.awaitAddress(), 81), "and back: Service shop answers at " + shop.address());
    }

    private static void delete(Stage stage, Report report) {
        stage.cluster().kubectl("delete", "service", SHOP, PLAIN, "--timeout=300s");
        String left = stage.cluster().kubectl("get", "service", SHOP, PLAIN, "--ignore-not-found", "-o", "name");
        report.expect(left.isEmpty(), "kubectl delete service returns, and both are gone");
    }

    /// Asks until there is an answer: the nodes hear of a change a moment later.
    private static boolean answers(Stage stage, String address, int port) {
        String url = "http://%s:%d/hostname".formatted(address, port);
        return stage.fabric()
                .client()
                .exec(
                        "curl",
                        "--silent",
                        "--show-error",
                        "--max-time",
                        "60",
                        "--retry-all-errors",
                        "--retry",
                        "60",
                        url)
                .startsWith("echo-");
    }
}
