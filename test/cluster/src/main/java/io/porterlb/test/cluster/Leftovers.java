package io.porterlb.test.cluster;

import io.porterlb.test.cluster.process.Progress;
import io.porterlb.test.cluster.programs.FileLock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Clusters whose JVM ended without closing them.
final class Leftovers {
    private static final Set<RunFolder> AT_EXIT = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("cluster teardown").unstarted(Leftovers::removeOwn));
    }

    private Leftovers() {}

    /// Removes what a killed JVM has left; kept clusters, and those of JVMs that live, stay.
    static void remove(Progress progress) {
        for (RunFolder folder : RunFolder.existing()) {
            if (isLeftOver(folder)) {
                try (FileLock _ = RunFolder.lock()) {
                    if (isLeftOver(folder)) {
                        progress.says("removing cluster " + folder.name() + ", whose process has ended ...");
                        new Teardown(folder).run();
                    }
                }
            }
        }
    }

    private static boolean isLeftOver(RunFolder folder) {
        Optional<RunFolder.State> state = folder.read();
        return state.filter(RunFolder.State::isLeftOver).isPresent();
    }

    /// Removes it when this JVM ends in an orderly way, as after Ctrl-C.
    static void removeAtExit(RunFolder folder) {
        AT_EXIT.add(folder);
    }

    private static void removeOwn() {
        AT_EXIT.stream().filter(folder -> isOwn(folder)).forEach(folder -> new Teardown(folder).run());
    }

    private static boolean isOwn(RunFolder folder) {
        return folder.read()
                .flatMap(RunFolder.State::owner)
                .filter(owner -> owner.pid() == ProcessHandle.current().pid())
                .isPresent();
    }
}
