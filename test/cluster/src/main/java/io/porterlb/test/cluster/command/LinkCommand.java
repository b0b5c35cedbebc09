package io.porterlb.test.cluster.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Cuts and restores links.
@Command(name = "link", description = "Cut a link or make it whole again; with a role, all its links at once.")
final class LinkCommand implements Callable<Integer> {
    /// What may be done to a link.
    enum Change {
        up,
        down
    }

    @Mixin
    private final ClusterName name = new ClusterName();

    @Parameters(
            index = "0",
            paramLabel = "LINK|ROLE",
            description = "Two roles with a hyphen, as leaf1-spine2 or node1-rack; or one role, as spine1.")
    private String link = "";

    @Parameters(index = "1", paramLabel = "up|down", description = "down cuts, up restores.")
    private Change change = Change.up;

    @Option(names = "--silent", description = "Drop everything, but leave the carrier on.")
    private boolean silent;

    @Override
    public Integer call() {
        var fabric = name.running().fabric();
        switch (change) {
            case up -> fabric.restore(link);
            case down -> {
                if (silent) {
                    fabric.cutSilently(link);
                } else {
                    fabric.cut(link);
                }
            }
        }
        return 0;
    }
}
