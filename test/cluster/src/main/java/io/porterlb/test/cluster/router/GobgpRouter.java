package io.porterlb.test.cluster.router;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.porterlb.test.cluster.network.NetworkNamespace;
import io.porterlb.test.cluster.process.Command;
import io.porterlb.test.cluster.process.HostProcess;
import io.porterlb.test.cluster.process.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// [GoBGP](https://github.com/osrg/gobgp): BGP alone; it puts no routes into the kernel.
public final class GobgpRouter extends DaemonRouter {
    private static final String DAEMON = "gobgpd";

    GobgpRouter(RouterSpec spec, NetworkNamespace namespace, Place place, Path folder) {
        super(spec, namespace, place, folder);
    }

    /// Runs a command of its command line and gives what it printed.
    public String gobgp(String... command) {
        return Command.of(namespace().command(gobgpWords(command))).run();
    }

    private JsonElement json(String... command) {
        var words = new ArrayList<>(List.of("-j"));
        words.addAll(List.of(command));
        return JsonParser.parseString(gobgp(words.toArray(String[]::new)));
    }

    private static List<String> gobgpWords(String... command) {
        var words = new ArrayList<>(List.of("gobgp"));
        words.addAll(List.of(command));
        return words;
    }

    /// Why a session ended is in the daemon's log only.
    @Override
    public List<BgpSession> sessions() {
        String log = process(DAEMON).map(HostProcess::allLogLines).orElse("");
        return GobgpOutput.sessions(json("neighbor"), log);
    }

    @Override
    public List<BgpPath> paths(String prefix) {
        return GobgpOutput.paths(json("global", "rib", "-a", Family.of(prefix).word(), prefix));
    }

    @Override
    public int routes() {
        return Stream.of(Family.values())
                .map(family -> json("global", "rib", "-a", family.word()))
                .mapToInt(table -> table.getAsJsonObject().size())
                .sum();
    }

    @Override
    public void refresh() {
        spec().neighbors().forEach(neighbor -> gobgp("neighbor", neighbor.address(), "softresetin"));
    }

    /// What disables a neighbor says nothing of a text, and what ends its session with one lets it come back.
    @Override
    public void shutDown(String text) {
        spec().neighbors().forEach(neighbor -> {
            gobgp("neighbor", neighbor.address(), "shutdown", "--reason", text);
            gobgp("neighbor", neighbor.address(), "disable");
        });
    }

    @Override
    public void bringUp() {
        spec().neighbors().forEach(neighbor -> gobgp("neighbor", neighbor.address(), "enable"));
    }

    @Override
    List<String> daemons() {
        return List.of(DAEMON);
    }

    @Override
    public void start() {
        write("gobgpd.toml", GobgpConfig.text(spec()));
        if (!isRunning(DAEMON)) {
            startDaemon(
                    DAEMON,
                    List.of(
                            "gobgpd",
                            "-f",
                            file("gobgpd.toml").toString(),
                            "--pprof-disable",
                            "--api-hosts",
                            "127.0.0.1:50051"),
                    () -> ask(gobgpWords("-j", "neighbor")).exitStatus() == 0);
        }
    }
}
