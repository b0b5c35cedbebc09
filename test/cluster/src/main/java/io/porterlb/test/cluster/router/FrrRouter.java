package io.porterlb.test.cluster.router;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.porterlb.test.cluster.network.NetworkNamespace;
import io.porterlb.test.cluster.process.Await;
import io.porterlb.test.cluster.process.Command;
import io.porterlb.test.cluster.process.HostProcess;
import io.porterlb.test.cluster.process.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// [FRR](https://docs.frrouting.org/): zebra, bgpd and, where BFD is wanted, bfdd, with sockets of their own.
public final class FrrRouter implements Router {
    private static final String DAEMONS = "/usr/lib/frr/";
    private static final Duration START_LIMIT = Duration.ofSeconds(20);

    private final RouterSpec spec;
    private final NetworkNamespace namespace;
    private final Place place;
    private final Path folder;

    /// @param folder for configuration and sockets; its path is short enough for a socket's (108 bytes)
    public FrrRouter(RouterSpec spec, NetworkNamespace namespace, Place place, Path folder) {
        this.spec = spec;
        this.namespace = namespace;
        this.place = place;
        this.folder = folder;
    }

    @Override
    public String name() {
        return spec.name();
    }

    @Override
    public long as() {
        return spec.as();
    }

    @Override
    public NetworkNamespace namespace() {
        return namespace;
    }

    /// Runs commands of FRR's shell, each as if typed, and gives what they printed.
    public String vtysh(String... commands) {
        return Command.of(vtyshWords(List.of(commands))).run();
    }

    /// Runs one `show … json` command.
    public JsonElement vtyshJson(String command) {
        return JsonParser.parseString(vtysh(command));
    }

    /// Adds lines to the running configuration, as after `configure terminal`.
    public void configure(String lines) {
        var commands = new ArrayList<>(List.of("configure terminal"));
        lines.lines().filter(line -> !line.isBlank()).forEach(commands::add);
        vtysh(commands.toArray(String[]::new));
    }

    private List<String> vtyshWords(List<String> commands) {
        var words = new ArrayList<>(List.of("vtysh", "--vty_socket", folder.toString()));
        commands.forEach(command -> words.addAll(List.of("-c", command)));
        return namespace.command(words);
    }

    @Override
    public List<BgpSession> sessions() {
        return FrrOutput.sessions(vtyshJson("show bgp summary json"));
    }

    @Override
    public Set<String> bgpNextHops(String prefix) {
        String family = prefix.contains(":") ? "ipv6" : "ipv4";
        return FrrOutput.nextHops(vtyshJson("show bgp " + family + " unicast " + prefix + " json"));
    }

    @Override
    public Set<String> kernelNextHops(String prefix) {
        return KernelRoutes.nextHops(namespace, prefix);
    }

    @Override
    public int routes() {
        return Stream.of("ipv4", "ipv6")
                .map(family -> vtyshJson("show bgp " + family + " unicast json"))
                .mapToInt(FrrOutput::routes)
                .sum();
    }

    /// The daemons are root's children but run as user frr, which vtysh's sockets and the folder must belong to.
    @Override
    public void start() {
        writeConfiguration();
        FrrConfig.files(spec).keySet().forEach(daemon -> {
            if (process(daemon).filter(HostProcess::isAlive).isEmpty()) {
                startDaemon(daemon);
            }
        });
    }

    private void writeConfiguration() {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> file : FrrConfig.files(spec).entrySet()) {
                Files.writeString(folder.resolve(file.getKey() + ".conf"), file.getValue());
            }
            Command.of("chown", "-R", "frr:frr", folder.toString()).run();
        } catch (IOException e) {
            throw new UncheckedIOException("can't configure router " + name() + ": " + e.getMessage(), e);
        }
    }

    /// A daemon makes its vty socket when it has read its configuration; a killed one leaves it behind.
    private void startDaemon(String daemon) {
        Path socket = folder.resolve(daemon + ".vty");
        delete(socket);
        HostProcess process = HostProcess.start(place, daemon, words(daemon));
        if (!Await.until(START_LIMIT, () -> !process.isAlive() || Files.exists(socket)) || !process.isAlive()) {
            throw process.failure("it has not made " + socket);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> words(String daemon) {
        var words = new ArrayList<>(List.of(
                DAEMONS + daemon,
                "-f",
                folder.resolve(daemon + ".conf").toString(),
                "-i",
                folder.resolve(daemon + ".pid").toString(),
                "-z",
                folder.resolve("zserv.api").toString(),
                "--vty_socket",
                folder.toString(),
                "-A",
                "127.0.0.1",
                "--log",
                "stdout"));
        if (daemon.equals("bfdd")) {
            words.addAll(List.of("--bfdctl", folder.resolve("bfdd.sock").toString()));
        }
        return words;
    }

    private Optional<HostProcess> process(String daemon) {
        return HostProcess.find(place, daemon);
    }

    @Override
    public void kill() {
        FrrConfig.files(spec).keySet().forEach(daemon -> process(daemon).ifPresent(HostProcess::kill));
    }

    @Override
    public String toString() {
        return name();
    }
}
