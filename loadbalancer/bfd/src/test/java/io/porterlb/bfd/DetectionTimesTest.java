package io.porterlb.bfd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpFamily;
import io.porterlb.bfd.lab.BfdLab;
import io.porterlb.bfd.lab.BfdRouter;
import io.porterlb.bfd.lab.BfdRouter.Session;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Prints how long it takes from a silent cut to the listener's call; nothing is asserted of it.
@Tag("cluster")
class DetectionTimesTest {
    private static final int CUTS = 8;

    @ParameterizedTest
    @CsvSource({"FRR, 300", "FRR, 50", "BIRD, 300", "BIRD, 50"})
    void silentCut(BfdRouter.Kind kind, int millis) throws Exception {
        Recorder heard = new Recorder();
        long[] taken = new long[CUTS];
        try (BfdLab lab = BfdLab.onLink();
                BfdSpeaker speaker = lab.speaker(heard)) {
            speaker.configure(Set.of(BfdSessionConfig.singleHop("far", lab.farAddress(IpFamily.V4))
                    .every(Duration.ofMillis(millis), 3)));
            kind.start(lab, Session.onLink(lab.nearAddress(IpFamily.V4), lab.farAddress(IpFamily.V4), millis));
            for (int i = 0; i < CUTS; i++) {
                assertEquals(BfdState.UP, heard.next().state());
                Recorder.await(speaker, now -> now.detectionTime().equals(Optional.of(Duration.ofMillis(3L * millis))));
                lab.link().cutSilently();
                long cut = System.nanoTime();
                assertTrue(heard.next().failed());
                taken[i] = (System.nanoTime() - cut) / 1_000_000;
                lab.link().restore();
            }
        }
        Arrays.sort(taken);
        System.out.printf(
                "BFD detection, %s, 3 x %d ms, %d cuts: median %d ms (%d to %d)%n",
                kind, millis, CUTS, taken[CUTS / 2], taken[0], taken[CUTS - 1]);
    }
}
