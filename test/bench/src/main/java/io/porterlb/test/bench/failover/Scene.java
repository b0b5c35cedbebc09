package io.porterlb.test.bench.failover;

import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.process.Await;
import io.porterlb.test.cluster.process.CommandResult;
import io.porterlb.test.e2e.layer2.Layer2Bed;
import io.porterlb.test.e2e.lifecycle.Porterctl;
import io.porterlb.test.e2e.pods.PodProcess;
import java.time.Duration;
import java.util.List;

/// Where something happens, and what can be done there. What takes an address away returns some seconds later.
///
/// @param owner the node that answers for the clients' address before
record Scene(Layer2Bed bed, String owner) {
    private static final Duration AFTERWARDS = Duration.ofSeconds(5);

    private KubernetesCluster cluster() {
        return bed.cluster();
    }

    private static void waitAWhile() {
        Await.until(AFTERWARDS, () -> false);
    }

    void cutOwner() {
        cluster().fabric().cutSilently(owner);
        waitAWhile();
    }

    void restoreOwner() {
        cluster().fabric().restore(owner);
        waitAWhile();
    }

    /// The kubelet starts it again.
    void killAgent() {
        bed.porterlb().agent(owner).kill();
        waitAWhile();
    }

    void stopAgent() {
        PodProcess agent = bed.porterlb().agent(owner);
        agent.pause();
        waitAWhile();
        agent.resume();
        waitAWhile();
    }

    void killOwner() {
        cluster().node(owner).killAll();
        waitAWhile();
    }

    void startOwner() {
        cluster().node(owner).startAgain();
    }

    void cutWithoutApi() {
        cluster().killApiServer();
        cutOwner();
    }

    void restoreWithApi() {
        cluster().fabric().restore(owner);
        cluster().restartApiServer();
    }

    /// The client, the observer and the API server are reached by both sides.
    void separate() {
        cluster().fabric().rack().separate(List.of(owner), bed.nodesBut(owner));
        waitAWhile();
        cluster().fabric().rack().rejoin();
        waitAWhile();
    }

    void drain() {
        porterctl("drain", owner, "--wait");
        waitAWhile();
    }

    void undrain() {
        porterctl("undrain", owner);
    }

    private void porterctl(String verb, String... arguments) {
        CommandResult result = new Porterctl(cluster()).run(verb, arguments);
        if (result.exitStatus() != 0) {
            throw new IllegalStateException("porterctl " + verb + ": " + result.output() + result.error());
        }
    }

    void replaceAgent() {
        bed.porterlb().replaceAgent(owner);
        waitAWhile();
    }

    void rollAgents() {
        bed.porterlb().rollAgents();
        waitAWhile();
    }

    void stopApi() {
        cluster().killApiServer();
        waitAWhile();
    }

    void startApi() {
        cluster().restartApiServer();
    }
}
