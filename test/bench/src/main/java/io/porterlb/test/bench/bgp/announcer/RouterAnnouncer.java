package io.porterlb.test.bench.bgp.announcer;

import static io.porterlb.test.bench.bgp.testbed.Testbed.ANNOUNCER_ADDRESS;
import static io.porterlb.test.bench.bgp.testbed.Testbed.ANNOUNCER_AS;
import static io.porterlb.test.bench.bgp.testbed.Testbed.RECEIVER_ADDRESS;
import static io.porterlb.test.bench.bgp.testbed.Testbed.RECEIVER_AS;

import io.porterlb.test.bench.bgp.testbed.Testbed;
import io.porterlb.test.cluster.process.HostProcess;
import io.porterlb.test.cluster.router.RouterSpec;
import io.porterlb.test.cluster.router.RouterSpec.Neighbor;
import io.porterlb.test.cluster.router.SessionOption;
import java.util.List;

/// What the announcers that are routers of the test bed have in common.
final class RouterAnnouncer {
    private static final SessionOption TIMERS = new SessionOption.Timers(30, 90);

    private RouterAnnouncer() {}

    /// The receiver is its only neighbor.
    static RouterSpec spec(SessionOption... more) {
        SessionOption[] options = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(TIMERS), java.util.stream.Stream.of(more))
                .toArray(SessionOption[]::new);
        return RouterSpec.of("announcer", ANNOUNCER_AS, ANNOUNCER_ADDRESS)
                .withNeighbors(List.of(Neighbor.of(RECEIVER_ADDRESS, RECEIVER_AS, options)));
    }

    static long resident(Testbed testbed, String daemon) {
        return HostProcess.find(testbed.place(), daemon)
                .map(process -> Resident.of(process.pid()))
                .orElse(0L);
    }
}
