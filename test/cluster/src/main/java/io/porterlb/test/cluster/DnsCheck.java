package io.porterlb.test.cluster;

import io.porterlb.test.cluster.kubernetes.KubernetesNode;
import io.porterlb.test.cluster.process.Await;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/// Waits for the cluster's DNS to answer on every node: a ready CoreDNS is of no use to a Pod before its node's
/// kube-proxy has heard of it.
record DnsCheck(KubernetesCluster cluster) {
    private static final int PORT = 53;
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int CONNECT_MILLIS = 1_000;

    /// @throws IllegalStateException where a node cannot reach it in time
    void awaitAnswers() {
        cluster.nodes().forEach(this::awaitAnswer);
    }

    /// Over TCP, which says when it is there. A datagram that comes too early has the kernel remember the wrong way
    /// (conntrack), so that the ones that follow it from the same port get no answer either.
    private void awaitAnswer(KubernetesNode node) {
        if (!Await.until(LIMIT, () -> node.namespace().call(this::connects))) {
            throw new IllegalStateException("the cluster's DNS at " + address() + " cannot be reached from "
                    + node.name() + " after " + LIMIT.toSeconds() + " s; kube-proxy's log is below "
                    + cluster.folder().resolve("logs"));
        }
    }

    private boolean connects() {
        try (var socket = new Socket()) {
            socket.connect(address(), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private InetSocketAddress address() {
        return new InetSocketAddress(cluster.fabric().addresses().clusterDns(), PORT);
    }
}
