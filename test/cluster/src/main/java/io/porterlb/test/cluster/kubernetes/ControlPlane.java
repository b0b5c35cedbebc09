package io.porterlb.test.cluster.kubernetes;

import io.porterlb.test.cluster.fabric.Addresses;
import io.porterlb.test.cluster.process.Await;
import io.porterlb.test.cluster.process.Command;
import io.porterlb.test.cluster.process.HostProcess;
import io.porterlb.test.cluster.programs.KubernetesProgram;
import io.porterlb.test.cluster.programs.KubernetesPrograms;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;

/// etcd, kube-apiserver, kube-controller-manager and kube-scheduler in a namespace of their own, with a kube-proxy, so
/// that the API server can reach Services (webhooks); since no Node is called as it is, it looks for one for half a
/// minute before it works without.
public final class ControlPlane {
    /// Where the API server listens, in its namespace.
    public static final int PORT = 6443;

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration BETWEEN_KUBECTLS = Duration.ofMillis(150);

    private final MachineSpace machine;
    private final Addresses addresses;
    private final KubernetesPrograms programs;
    private final ProxyMode proxyMode;
    private final Pki pki;

    public ControlPlane(
            MachineSpace machine, Addresses addresses, KubernetesPrograms programs, ProxyMode proxyMode, Pki pki) {
        this.machine = machine;
        this.addresses = addresses;
        this.programs = programs;
        this.proxyMode = proxyMode;
        this.pki = pki;
    }

    /// Starts etcd and the API server; returns when it is ready.
    public void startApiServer() {
        machine.create();
        HostProcess etcd = start(KubernetesProgram.ETCD, ControlPlaneArguments.etcd());
        awaitPort(etcd, "127.0.0.1", ControlPlaneArguments.ETCD_PORT);
        HostProcess server = start(KubernetesProgram.APISERVER, ControlPlaneArguments.apiServer(addresses, pki));
        awaitPort(server, addresses.controlPlane(), PORT);
        awaitReady(server);
    }

    /// kube-apiserver, alive or not.
    public HostProcess apiServer() {
        return HostProcess.find(machine.place(), KubernetesProgram.APISERVER.fileName())
                .orElseThrow(() -> new IllegalStateException("kube-apiserver was never started"));
    }

    /// Starts the API server again after it was stopped; returns when it is ready.
    public void restartApiServer() {
        HostProcess server = apiServer();
        server.restart();
        awaitPort(server, addresses.controlPlane(), PORT);
        awaitReady(server);
    }

    /// Starts the rest.
    public void startControllers() {
        start(KubernetesProgram.CONTROLLER_MANAGER, ControlPlaneArguments.controllerManager(addresses, pki));
        start(KubernetesProgram.SCHEDULER, ControlPlaneArguments.scheduler(pki));
        KubeProxy.start(machine, addresses.controlPlane(), addresses, programs, proxyMode, pki);
    }

    private HostProcess start(KubernetesProgram program, List<String> arguments) {
        var words = new java.util.ArrayList<>(List.of(programs.file(program).toString()));
        words.addAll(arguments);
        return HostProcess.start(machine.place(), program.fileName(), words);
    }

    /// Asking for the port first is cheap; kubectl is not.
    private void awaitPort(HostProcess server, String address, int port) {
        boolean open = Await.until(LIMIT, () -> !server.isAlive() || connects(address, port));
        if (!open || !server.isAlive()) {
            throw server.failure("nothing listens on port " + port);
        }
    }

    private boolean connects(String address, int port) {
        return machine.namespace().call(() -> {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(address, port));
                return true;
            } catch (IOException notYet) {
                return false;
            }
        });
    }

    private void awaitReady(HostProcess server) {
        var readyz = Command.of(machine.namespace()
                .command(List.of(
                        programs.file(KubernetesProgram.KUBECTL).toString(),
                        "--kubeconfig=" + pki.internalKubeconfig(),
                        "get",
                        "--raw=/readyz")));
        boolean ready = Await.until(
                LIMIT,
                BETWEEN_KUBECTLS,
                () -> !server.isAlive() || readyz.result().exitStatus() == 0);
        if (!ready || !server.isAlive()) {
            throw server.failure("/readyz does not say ok");
        }
    }
}
