package io.porterlb.porterctl.uninstall;

import io.porterlb.kube.KubeException;
import io.porterlb.kube.work.Until;
import java.time.Duration;
import java.util.List;

/// Goes through the steps. One that fails is said, and the others go on. What is left in the end is what the cluster
/// shows then, not what was believed to be done.
final class Uninstall {
    private final List<Step> steps;
    private final Duration timeout;
    private final Journal journal;

    Uninstall(List<Step> steps, Duration timeout, Journal journal) {
        this.steps = steps;
        this.timeout = timeout;
        this.journal = journal;
    }

    /// All that there is to do.
    ///
    /// @throws KubeException if the API server does not answer
    List<Thing> plan() {
        return steps.stream().flatMap(step -> step.see().stream()).toList();
    }

    /// Does it.
    ///
    /// @return whether nothing is left
    boolean run() throws InterruptedException {
        for (Step step : steps) {
            attempt(step);
        }
        Remains remains = new Remains(steps, journal);
        Until.yes(timeout, remains::settled);
        return remains.report();
    }

    private void attempt(Step step) throws InterruptedException {
        try {
            step.run(journal);
        } catch (KubeException e) {
            journal.say("FAILED, and the rest of this step with it: " + e.getMessage());
        }
    }
}
