package io.porterlb.manager;

import io.porterlb.kube.KubeCluster;
import io.porterlb.kube.election.LeaderElection;

/// What leading, losing and ending mean for the loop: a look at the cluster at once; its end; and its end
/// before another replica is let in.
final class Leadership implements LeaderElection.Listener {
    private final KubeCluster kube;
    private final Thread loop;

    private Leadership(KubeCluster kube, Thread loop) {
        this.kube = kube;
        this.loop = loop;
    }

    /// Stands for election; by the thread that will run the loop, and which is interrupted if the Lease is
    /// lost. On SIGTERM nothing more is written first, and then the Lease is let go: another replica goes on at
    /// once.
    static void begin(LeaderElection election, KubeCluster kube, ManagerLoop loop) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> handOver(election, loop), "handover"));
        election.start(new Leadership(kube, Thread.currentThread()));
    }

    private static void handOver(LeaderElection election, ManagerLoop loop) {
        election.closeGate();
        loop.close();
        election.close();
    }

    @Override
    public void leads() {
        kube.wake();
    }

    @Override
    public void lost() {
        loop.interrupt();
    }
}
