package io.porterlb.test.bench.bgp.announcer;

import io.porterlb.test.bench.bgp.testbed.Testbed;
import io.porterlb.test.cluster.router.GobgpRouter;
import io.porterlb.test.cluster.router.RouterKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// GoBGP: single routes are commands, many are a file in MRT format. It has no BFD in version 3.
public final class GobgpAnnouncer implements Announcer {
    /// The command line of 3.10 ends without sending its last few hundred paths, so the file has more than are waited
    /// for.
    private static final int PADDING = 2000;

    private final Testbed testbed;
    private final Path table;
    private @Nullable GobgpRouter router;

    public GobgpAnnouncer(Testbed testbed) throws IOException {
        this.testbed = testbed;
        this.table = testbed.folder("gobgp").resolve("table.mrt");
    }

    @Override
    public String name() {
        return "GoBGP";
    }

    @Override
    public long start() throws IOException {
        GobgpRouter next = (GobgpRouter) RouterKind.GOBGP.router(
                RouterAnnouncer.spec(), testbed.announcer(), testbed.place(), testbed.folder("gobgp"));
        router = next;
        long at = System.nanoTime();
        next.start();
        return at;
    }

    @Override
    public OptionalLong startBfd(int milliseconds) {
        return OptionalLong.empty();
    }

    private long gobgp(String... words) {
        if (router == null) {
            throw new IllegalStateException("GoBGP is not started");
        }
        long at = System.nanoTime();
        router.gobgp(words);
        return at;
    }

    @Override
    public long announce(String prefix) {
        return gobgp("global", "rib", "add", prefix, "nexthop", Testbed.ANNOUNCER_ADDRESS);
    }

    @Override
    public long withdraw(String prefix) {
        return gobgp("global", "rib", "del", prefix);
    }

    @Override
    public void prepare(int count) throws IOException {
        Files.write(table, MrtTable.of(count + PADDING));
    }

    @Override
    public long announceAll() {
        return gobgp("mrt", "inject", "global", table.toString());
    }

    @Override
    public long withdrawAll() {
        return gobgp("global", "rib", "del", "all");
    }

    @Override
    public long resident() {
        return RouterAnnouncer.resident(testbed, "gobgpd");
    }

    @Override
    public void close() {
        if (router != null) {
            router.stop();
            router = null;
        }
    }
}
