package io.porterlb.bfd.lab;

import io.porterlb.test.cluster.process.Await;
import io.porterlb.test.cluster.process.Command;
import io.porterlb.test.cluster.process.HostProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// BIRD 2 with the protocol bfd alone.
final class Bird implements BfdRouter {
    private static final Duration START_LIMIT = Duration.ofSeconds(20);

    private final BfdLab lab;
    private final Path folder;

    Bird(BfdLab lab) {
        this.lab = lab;
        this.folder = lab.folder().resolve("bird");
    }

    @Override
    public void start(Session session) {
        write(session);
        HostProcess process = HostProcess.start(
                lab.place(), "bird", List.of("bird", "-f", "-c", file("bird.conf"), "-s", file("bird.ctl")));
        if (!Await.until(START_LIMIT, () -> Files.exists(folder.resolve("bird.ctl")))) {
            throw process.failure("it does not answer");
        }
    }

    private void write(Session session) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("bird.conf"), text(session));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static String text(Session session) {
        String pace = "{ interval " + session.millis() + " ms; multiplier " + session.multiplier() + "; }";
        String way = session.multihop() ? "multihop on" : "";
        return """
                router id 10.98.0.2;
                log stderr all;
                protocol device { }
                protocol bfd far {
                  %s
                  interface "*" %s;
                  multihop %s;
                  neighbor %s %s local %s %s;
                }
                """.formatted(
                        session.shutdown() ? "disabled;" : "",
                        pace,
                        pace,
                        session.peer(),
                        session.multihop() ? "" : "dev \"" + BfdLab.DEVICE + "\"",
                        session.local(),
                        way);
    }

    @Override
    public void change(Session session) {
        write(session);
        birdc("configure");
    }

    private String birdc(String... command) {
        var words = new ArrayList<>(List.of("birdc", "-s", file("bird.ctl")));
        words.addAll(List.of(command));
        return Command.of(lab.far().command(words)).run();
    }

    @Override
    public boolean isUp() {
        return report().contains(" Up ");
    }

    @Override
    public String report() {
        return birdc("show", "bfd", "sessions");
    }

    @Override
    public void kill() {
        HostProcess.find(lab.place(), "bird").ifPresent(HostProcess::kill);
    }
}
