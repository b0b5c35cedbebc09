package io.porterlb.manager;

import io.porterlb.kube.ApiAccess;
import io.porterlb.kube.KubeCluster;
import io.porterlb.kube.KubeConnection;
import io.porterlb.kube.WatchedKind;
import io.porterlb.kube.WriteGate;
import io.porterlb.manager.config.CloudConfigFile;
import io.porterlb.manager.flags.ControllerFlags;
import io.porterlb.manager.flags.Layer2Flags;
import io.porterlb.program.health.Rounds;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Optional;

/// The loop of porter-manager in this JVM, from its start to its end.
public final class RunningManager implements AutoCloseable {
    private final KubeConnection connection;
    private final KubeCluster kube;
    private final ManagerLoop loop;
    private final Thread thread;

    RunningManager(Path kubeconfig) {
        this(ApiAccess.of(Optional.of(kubeconfig)), WriteGate.OPEN);
    }

    public RunningManager(ApiAccess access, WriteGate gate) {
        connection = KubeConnection.open(access);
        kube = new KubeCluster(connection, WatchedKind.MANAGER, gate, "porter-manager", "here", Clock.systemUTC());
        loop = new ManagerLoop(
                "kubernetes",
                kube,
                new ControllerFlags(),
                new Layer2Flags(),
                CloudConfigFile.none(),
                gate,
                new Rounds(InstantSource.system()));
        thread = Thread.ofPlatform().name("manager").start(this::run);
    }

    private void run() {
        try {
            loop.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the end
        }
    }

    /// As a crash: what it was about to do is not done.
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        loop.close();
        kube.close();
        connection.close();
    }
}
