package io.porterlb.test.e2e.promise;

import io.porterlb.test.cluster.process.Progress;
import io.porterlb.test.e2e.stage.Promise;
import io.porterlb.test.e2e.stage.Report;
import io.porterlb.test.e2e.stage.Stage;
import java.util.List;

/// All promises, in the order in which they can be checked: the first applies the examples, the last but one deletes
/// them.
public final class Promises {
    public static final List<Promise> ALL = List.of(
            new AddressPromise(),
            new AnswersPromise(),
            new PathsPromise(),
            new LocalPromise(),
            new ForwardDropPromise(),
            new AnnouncementsPromise(),
            new DiagnosePromise(),
            new DrainPromise(),
            new AffinityPromise(),
            new CutPromise(),
            new BfdPromise(),
            new ForeignStatusPromise(),
            new ManagerKillPromise(),
            new RefusalsPromise(),
            new BadEipPromise(),
            new BadPeerPromise(),
            new KubectlPromise(),
            new DeletionPromise(),
            new RestartsPromise());

    private Promises() {}

    /// Checks one after the other. A promise that cannot be checked has failed; the next ones are checked all the same.
    public static void check(Stage stage, Report report, Progress progress) {
        for (Promise promise : ALL) {
            progress.says(promise.name());
            check(promise, stage, report);
        }
    }

    static void check(Promise promise, Stage stage, Report report) {
        try {
            promise.check(stage, report);
        } catch (Exception e) {
            report.failed(promise.name() + ": " + e);
        }
    }
}
