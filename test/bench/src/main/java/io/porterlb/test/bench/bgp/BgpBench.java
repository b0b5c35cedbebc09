package io.porterlb.test.bench.bgp;

import io.porterlb.test.bench.bgp.announcer.Announcer;
import io.porterlb.test.bench.bgp.announcer.BirdAnnouncer;
import io.porterlb.test.bench.bgp.announcer.FrrAnnouncer;
import io.porterlb.test.bench.bgp.announcer.GobgpAnnouncer;
import io.porterlb.test.bench.bgp.announcer.SpeakerProcess;
import io.porterlb.test.bench.bgp.detect.SilentNeighbor;
import io.porterlb.test.bench.bgp.testbed.Testbed;
import io.porterlb.test.bench.bgp.wire.WireReceiver;
import io.porterlb.test.bench.report.Figure;
import io.porterlb.test.cluster.router.RouterKind;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/// The BGP and BFD libraries beside Debian's BIRD, FRR and GoBGP: one after the other, on the same machine, towards the
/// same receiver.
public final class BgpBench {
    private static final int SLOW = 300;
    private static final int FAST = 50;
    private static final int FAILURES = 9;

    private BgpBench() {}

    /// The medians.
    public static List<Figure> run() throws IOException, InterruptedException {
        String versions = Arrays.stream(RouterKind.values())
                .map(kind -> kind + " " + kind.version())
                .collect(Collectors.joining(", "));
        say("beside " + versions + "; " + Runtime.getRuntime().availableProcessors() + " processors, load "
                + ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        Results results = new Results();
        try (Testbed testbed = new Testbed()) {
            List<Announcer> announcers = List.of(
                    new SpeakerProcess(testbed),
                    new BirdAnnouncer(testbed),
                    new FrrAnnouncer(testbed),
                    new GobgpAnnouncer(testbed));
            bgp(testbed, announcers, results);
            bfd(testbed, announcers, results);
        }
        return results.figures();
    }

    private static void bgp(Testbed testbed, List<Announcer> announcers, Results results)
            throws IOException, InterruptedException {
        try (WireReceiver receiver =
                new WireReceiver(testbed.receiver(), Testbed.RECEIVER_ADDRESS, Testbed.RECEIVER_AS)) {
            for (Announcer announcer : announcers) {
                say(announcer.name() + ": BGP");
                new AnnouncerRun(announcer, receiver, results).run();
                say(results.summary(announcer.name()));
            }
        }
    }

    private static void bfd(Testbed testbed, List<Announcer> announcers, Results results) throws IOException {
        long seed = System.nanoTime();
        say("BFD, seed " + seed);
        Random random = new Random(seed);
        for (Announcer announcer : announcers) {
            bfd(testbed, announcer, SLOW, random, results);
            bfd(testbed, announcer, FAST, random, results);
            say(results.summary(announcer.name()));
        }
    }

    private static void bfd(Testbed testbed, Announcer announcer, int interval, Random random, Results results)
            throws IOException {
        try (announcer;
                SilentNeighbor neighbor = new SilentNeighbor(
                        testbed.receiver(), Testbed.RECEIVER_ADDRESS, Testbed.ANNOUNCER_ADDRESS, interval, random)) {
            if (announcer.startBfd(interval).isEmpty()) {
                return;
            }
            Measure measure = interval == SLOW ? Measure.BFD_SLOW : Measure.BFD_FAST;
            for (int i = 0; i < FAILURES; i++) {
                results.addTime(measure, announcer.name(), neighbor.detection());
            }
        }
    }

    private static void say(String what) {
        System.err.println("bgp: " + what);
    }
}
