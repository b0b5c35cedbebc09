package io.porterlb.test.cluster.router;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.porterlb.test.cluster.network.NetworkNamespace;
import io.porterlb.test.cluster.process.Command;
import io.porterlb.test.cluster.process.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// [FRR](https://docs.frrouting.org/): zebra, bgpd and, where BFD is wanted, bfdd, with sockets of their own.
public final class FrrRouter extends DaemonRouter {
    private static final String DAEMONS = "/usr/lib/frr/";

    /// @param folder for configuration and sockets; its path is short enough for a socket's (108 bytes)
    public FrrRouter(RouterSpec spec, NetworkNamespace namespace, Place place, Path folder) {
        super(spec, namespace, place, folder);
    }

    /// Runs commands of FRR's shell, each as if typed, and gives what they printed.
    public String vtysh(String... commands) {
        var words = new ArrayList<>(List.of("vtysh", "--vty_socket", file("").toString()));
        List.of(commands).forEach(command -> words.addAll(List.of("-c", command)));
        return Command.of(namespace().command(words)).run();
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

    @Override
    public List<BgpSession> sessions() {
        return FrrOutput.sessions(vtyshJson("show bgp summary json"), vtyshJson("show bgp neighbors json"));
    }

    @Override
    public List<BgpPath> paths(String prefix) {
        String family = Family.of(prefix).word();
        return FrrOutput.paths(vtyshJson("show bgp " + family + " unicast " + prefix + " json"));
    }

    @Override
    public int routes() {
        return Stream.of(Family.values())
                .map(family -> vtyshJson("show bgp " + family.word() + " unicast json"))
                .mapToInt(FrrOutput::routes)
                .sum();
    }

    @Override
    public void refresh() {
        Stream.of(Family.values()).forEach(family -> vtysh("clear bgp " + family.word() + " unicast * soft in"));
    }

    @Override
    public void shutDown(String text) {
        configureNeighbors("neighbor %s shutdown message " + text);
    }

    @Override
    public void bringUp() {
        configureNeighbors("no neighbor %s shutdown");
    }

    private void configureNeighbors(String line) {
        spec().neighbors()
                .forEach(neighbor -> configure("router bgp " + as() + "\n" + line.formatted(neighbor.address())));
    }

    @Override
    List<String> daemons() {
        return List.copyOf(FrrConfig.files(spec()).keySet());
    }

    /// The daemons are root's children but run as user frr, which vtysh's sockets and the folder must belong to.
    @Override
    public void start() {
        FrrConfig.files(spec()).forEach((daemon, text) -> write(daemon + ".conf", text));
        Command.of("chown", "-R", "frr:frr", file("").toString()).run();
        daemons().stream().filter(daemon -> !isRunning(daemon)).forEach(this::startDaemon);
    }

    /// A daemon makes its vty socket when it has read its configuration; a killed one leaves it behind.
    private void startDaemon(String daemon) {
        String socket = daemon + ".vty";
        delete(socket);
        startDaemon(daemon, words(daemon), () -> Files.exists(file(socket)));
    }

    private List<String> words(String daemon) {
        var words = new ArrayList<>(List.of(
                DAEMONS + daemon,
                "-f",
                file(daemon + ".conf").toString(),
                "-i",
                file(daemon + ".pid").toString(),
                "-z",
                file("zserv.api").toString(),
                "--vty_socket",
                file("").toString(),
                "-A",
                "127.0.0.1",
                "--log",
                "stdout"));
        if (daemon.equals("bfdd")) {
            words.addAll(List.of("--bfdctl", file("bfdd.sock").toString()));
        }
        return words;
    }
}
