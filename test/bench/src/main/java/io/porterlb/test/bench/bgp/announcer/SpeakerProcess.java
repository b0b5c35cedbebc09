package io.porterlb.test.bench.bgp.announcer;

import io.porterlb.test.bench.bgp.testbed.Testbed;
import io.porterlb.test.cluster.programs.ProductionJvm;
import io.porterlb.test.cluster.programs.SourceTree;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Ours: [SpeakerMain] in a JVM of its own, with the flags and the heap of porter-agent.
public final class SpeakerProcess implements Announcer {
    /// The same process that is running, with what is said to it and what it answers.
    private record Running(Process process, PrintWriter orders, BufferedReader answers) {}

    private final Testbed testbed;
    private @Nullable Running running;

    public SpeakerProcess(Testbed testbed) {
        this.testbed = testbed;
    }

    @Override
    public String name() {
        return "PorterLB";
    }

    @Override
    public long start() throws IOException {
        launch();
        return order("peer");
    }

    @Override
    public OptionalLong startBfd(int milliseconds) throws IOException {
        launch();
        return OptionalLong.of(order("bfd " + milliseconds));
    }

    /// The session's flags, and everything that is on the class path of this benchmark.
    private void launch() throws IOException {
        Path target = SourceTree.root().resolve("test/bench/target");
        List<String> words = ProductionJvm.command(target, SpeakerMain.class.getName());
        Process process = new ProcessBuilder(testbed.announcer().command(words))
                .redirectError(Redirect.INHERIT)
                .start();
        running = new Running(
                process,
                new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true),
                process.inputReader(StandardCharsets.UTF_8));
    }

    private long order(String line) throws IOException {
        Running now = running;
        if (now == null) {
            throw new IllegalStateException("our speaker is not started");
        }
        now.orders().println(line);
        String answer = now.answers().readLine();
        if (answer == null) {
            throw new IOException("our speaker ended at the order \"" + line + "\"");
        }
        return Long.parseLong(answer);
    }

    @Override
    public long announce(String prefix) throws IOException {
        return order("announce " + prefix);
    }

    @Override
    public long withdraw(String prefix) throws IOException {
        return order("withdraw " + prefix);
    }

    @Override
    public void prepare(int count) throws IOException {
        order("prepare " + count);
    }

    @Override
    public long announceAll() throws IOException {
        return order("announce-all");
    }

    @Override
    public long withdrawAll() throws IOException {
        return order("withdraw-all");
    }

    /// nsenter becomes the program, so the process's number is the JVM's.
    @Override
    public long resident() {
        return running == null ? 0 : Resident.of(running.process().pid());
    }

    @Override
    public void close() {
        if (running != null) {
            running.orders().close();
            if (running.process().isAlive()) {
                running.process().onExit().join();
            }
            running = null;
        }
    }
}
