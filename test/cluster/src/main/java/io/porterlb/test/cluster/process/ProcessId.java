package io.porterlb.test.cluster.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// A process, told apart from a later one that was given the same number (proc_pid_stat(5)).
///
/// @param pid its number
/// @param startTicks when it started, in clock ticks since the machine did
public record ProcessId(long pid, long startTicks) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int STATE = 0;
    private static final int START_TIME = 19;

    /// The process that has this number now; empty where none has, or it has ended and only its parent doesn't know.
    public static Optional<ProcessId> running(long pid) {
        try {
            return parse(pid, Files.readString(Path.of("/proc", Long.toString(pid), "stat")));
        } catch (IOException ended) {
            return Optional.empty();
        }
    }

    public static ProcessId own() {
        long pid = ProcessHandle.current().pid();
        return running(pid).orElseThrow(() -> new IllegalStateException("/proc does not show process " + pid));
    }

    /// Reads `pid (name) state ppid …`; a name may hold spaces and brackets, so that only what follows the last bracket
    /// can be split.
    static Optional<ProcessId> parse(long pid, String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        boolean ended = fields[STATE].equals("Z") || fields[STATE].equals("X");
        return ended ? Optional.empty() : Optional.of(new ProcessId(pid, Long.parseLong(fields[START_TIME])));
    }

    public boolean isAlive() {
        return running(pid).filter(this::equals).isPresent();
    }

    /// SIGKILL for all of these at once; returns when they have ended.
    public static void killAll(Collection<Long> pids) {
        List<ProcessId> running =
                pids.stream().map(ProcessId::running).flatMap(Optional::stream).toList();
        var words = new ArrayList<>(List.of("kill", "-s", "KILL"));
        running.forEach(process -> words.add(Long.toString(process.pid)));
        Command.of(words).result(); // which fails where one has ended meanwhile
        if (!Await.until(PATIENCE, () -> running.stream().noneMatch(ProcessId::isAlive))) {
            throw new IllegalStateException("not all have ended " + PATIENCE.toSeconds() + " s after SIGKILL: "
                    + running.stream().filter(ProcessId::isAlive).toList());
        }
    }

    /// Sends a signal, by its name without SIG; nothing happens where the process has ended.
    public void signal(String name) {
        if (isAlive()) {
            CommandResult result =
                    Command.of("kill", "-s", name, Long.toString(pid)).result();
            if (result.exitStatus() != 0 && isAlive()) {
                throw new IllegalStateException("can't send SIG" + name + " to process " + pid + ": "
                        + result.error().strip());
            }
        }
    }
}
