package io.porterlb.manager.model;

import io.porterlb.kube.ApiAccess;
import io.porterlb.kube.CallRate;
import io.porterlb.manager.RunningManager;
import io.porterlb.manager.model.StoppingGate.Moment;
import java.nio.file.Path;
import java.util.Optional;

/// A manager that knows nothing of an election.
record Replica(RunningManager manager, StoppingGate gate, Moment moment) implements AutoCloseable {
    static Replica start(Path kubeconfig, Moment moment, int count) {
        StoppingGate gate = new StoppingGate(moment, count);
        ApiAccess access = new ApiAccess(
                Optional.of(kubeconfig), Optional.empty(), CallRate.UNLIMITED, call -> gate.called(call.method()));
        return new Replica(new RunningManager(access, gate), gate, moment);
    }

    @Override
    public void close() {
        manager.close();
    }
}
