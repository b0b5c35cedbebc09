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

/// FRR's bfdd, with zebra, which tells it of interfaces. They run as user frr, since root is refused.
final class Frr implements BfdRouter {
    private static final Duration START_LIMIT = Duration.ofSeconds(20);

    private final BfdLab lab;
    private final Path folder;

    Frr(BfdLab lab) {
        this.lab = lab;
        this.folder = lab.folder().resolve("frr");
    }

    @Override
    public void start(Session session) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("zebra.conf"), "hostname far\n");
            Files.writeString(folder.resolve("bfdd.conf"), "hostname far\n" + text(session));
            Command.of("chown", "-R", "frr:frr", folder.toString()).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        startDaemon("zebra");
        startDaemon("bfdd", "--bfdctl", folder.resolve("bfdd.sock").toString());
    }

    private void startDaemon(String daemon, String... more) {
        var words = new ArrayList<>(List.of(
                "/usr/lib/frr/" + daemon,
                "-f",
                folder.resolve(daemon + ".conf").toString(),
                "-i",
                folder.resolve(daemon + ".pid").toString(),
                "-z",
                folder.resolve("zserv.api").toString(),
                "--vty_socket",
                folder.toString(),
                "-P",
                "0",
                "--log",
                "stdout"));
        words.addAll(List.of(more));
        HostProcess process = HostProcess.start(lab.place(), daemon, words);
        if (!Await.until(START_LIMIT, () -> Files.exists(folder.resolve(daemon + ".vty")))) {
            throw process.failure("it does not answer");
        }
    }

    private static String peer(Session session) {
        return "peer " + session.peer() + (session.multihop() ? " multihop" : "") + " local-address " + session.local()
                + (session.multihop() ? "" : " interface " + BfdLab.DEVICE);
    }

    private static String text(Session session) {
        return """
                bfd
                 %s
                  detect-multiplier %d
                  receive-interval %d
                  transmit-interval %d
                  %s
                  %s
                """.formatted(
                        peer(session),
                        session.multiplier(),
                        session.millis(),
                        session.millis(),
                        session.multihop() ? "minimum-ttl 250" : "",
                        session.shutdown() ? "shutdown" : "no shutdown");
    }

    @Override
    public void change(Session session) {
        var lines = new ArrayList<>(List.of("configure terminal"));
        text(session).lines().filter(line -> !line.isBlank()).forEach(lines::add);
        vtysh(lines.toArray(String[]::new));
    }

    private String vtysh(String... commands) {
        var words = new ArrayList<>(List.of("vtysh", "--vty_socket", folder.toString()));
        for (String command : commands) {
            words.addAll(List.of("-c", command));
        }
        return Command.of(lab.far().command(words)).run();
    }

    @Override
    public boolean isUp() {
        return report().contains("Status: up");
    }

    @Override
    public String report() {
        return vtysh("show bfd peers");
    }

    @Override
    public void kill() {
        HostProcess.find(lab.place(), "bfdd").ifPresent(HostProcess::kill);
    }
}
