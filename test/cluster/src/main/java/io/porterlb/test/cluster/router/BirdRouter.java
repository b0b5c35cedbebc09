package io.porterlb.test.cluster.router;

import io.porterlb.test.cluster.network.NetworkNamespace;
import io.porterlb.test.cluster.process.Command;
import io.porterlb.test.cluster.process.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// [BIRD](https://bird.network.cz/) 2: one daemon that does all.
public final class BirdRouter extends DaemonRouter {
    private static final String DAEMON = "bird";
    private static final String ALL_NEIGHBORS = "\"neighbor*\"";

    BirdRouter(RouterSpec spec, NetworkNamespace namespace, Place place, Path folder) {
        super(spec, namespace, place, folder);
    }

    /// Runs a command of BIRD's shell and gives what it printed.
    public String birdc(String... command) {
        return Command.of(namespace().command(birdcWords(command))).run();
    }

    private List<String> birdcWords(String... command) {
        var words = new ArrayList<>(List.of("birdc", "-s", file("bird.ctl").toString()));
        words.addAll(List.of(command));
        return words;
    }

    @Override
    public List<BgpSession> sessions() {
        return BirdOutput.sessions(birdc("show", "protocols", "all"));
    }

    /// Where the prefix is unknown, birdc says "Network not found" and its exit status is 1.
    @Override
    public List<BgpPath> paths(String prefix) {
        return BirdOutput.paths(ask(birdcWords("show", "route", prefix, "all")).output());
    }

    @Override
    public int routes() {
        return BirdOutput.prefixes(ask(birdcWords("show", "route", "where", "source", "=", "RTS_BGP"))
                .output());
    }

    @Override
    public void refresh() {
        birdc("reload", "in", ALL_NEIGHBORS);
    }

    @Override
    public void shutDown(String text) {
        birdc("disable", ALL_NEIGHBORS, '"' + text + '"');
    }

    @Override
    public void bringUp() {
        birdc("enable", ALL_NEIGHBORS);
    }

    @Override
    List<String> daemons() {
        return List.of(DAEMON);
    }

    @Override
    public void start() {
        write("bird.conf", BirdConfig.text(spec()));
        if (!isRunning(DAEMON)) {
            startDaemon(
                    DAEMON,
                    List.of(
                            "bird",
                            "-f",
                            "-c",
                            file("bird.conf").toString(),
                            "-s",
                            file("bird.ctl").toString(),
                            "-P",
                            file("bird.pid").toString()),
                    () -> ask(birdcWords("show", "status")).exitStatus() == 0);
        }
    }
}
