package io.porterlb.test.cluster.command;

import io.porterlb.test.cluster.process.CommandFailedException;
import io.porterlb.test.cluster.router.BgpSession;
import io.porterlb.test.cluster.router.Router;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Shows routers.
@Command(name = "routers", description = "Show each router's AS number, BGP sessions (up/all) and number of routes.")
final class RoutersCommand implements Callable<Integer> {
    private static final String LINE = "%-10s %-10s %-9s %s%n";

    @Mixin
    private final ClusterName name = new ClusterName();

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
        var routers = name.running().fabric().routers();
        var out = command.commandLine().getOut();
        out.printf(LINE, "ROUTER", "AS", "SESSIONS", "ROUTES");
        routers.forEach(router -> out.print(line(router)));
        out.flush();
        return 0;
    }

    /// A router whose daemons were killed is a line too.
    private static String line(Router router) {
        try {
            List<BgpSession> sessions = router.sessions();
            long up = sessions.stream().filter(BgpSession::isEstablished).count();
            return LINE.formatted(router.name(), router.as(), up + "/" + sessions.size(), router.routes());
        } catch (CommandFailedException notRunning) {
            return LINE.formatted(router.name(), router.as(), "-", "not running");
        }
    }
}
