package io.porterlb.bfd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.bfd.lab.BfdLab;
import io.porterlb.bfd.lab.BfdRouter;
import io.porterlb.bfd.lab.BfdRouter.Session;
import io.porterlb.bfd.net.ScriptedNeighbor;
import io.porterlb.test.cluster.process.Await;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Sessions that are bound to an interface.
@Tag("cluster")
class LinkLocalTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Recorder heard = new Recorder();
    private final BfdLab lab = BfdLab.onLink();
    private final BfdSpeaker speaker = lab.speaker(heard);

    @AfterEach
    void close() {
        speaker.close();
        lab.close();
    }

    private static void awaitAddress(BfdLab lab) {
        // A link-local address can't be used before duplicate address detection is over.
        assertTrue(Await.until(
                PATIENCE,
                () -> !lab.near().exec("ip", "-6", "address").contains("tentative")
                        && !lab.far().exec("ip", "-6", "address").contains("tentative")));
    }

    @ParameterizedTest
    @EnumSource
    void routerWithALinkLocalAddress(BfdRouter.Kind kind) throws Exception {
        awaitAddress(lab);
        IpAddress us = lab.linkLocal(lab.near());
        IpAddress them = lab.linkLocal(lab.far());
        speaker.configure(Set.of(BfdSessionConfig.onLink("far", them, BfdLab.DEVICE)));
        BfdRouter router = kind.start(lab, Session.onLink(us, them, 300));
        assertEquals(BfdState.UP, heard.next().state());
        assertTrue(Await.until(PATIENCE, router::isUp), router::report);
        lab.link().cutSilently();
        assertTrue(heard.next().failed());
    }

    /// A socket is bound to an interface and not to its name; the sessions find the new one.
    @Test
    void interfaceThatIsReplacedByOneOfItsName() throws Exception {
        IpAddress them = lab.farAddress(IpFamily.V4);
        try (BfdSpeaker other = lab.speaker(lab.far(), new Recorder())) {
            other.configure(Set.of(BfdSessionConfig.singleHop("near", lab.nearAddress(IpFamily.V4))));
            speaker.configure(Set.of(BfdSessionConfig.onLink("far", them, BfdLab.DEVICE)));
            assertEquals(BfdState.UP, heard.next().state());
            lab.near().exec("ip", "link", "delete", BfdLab.DEVICE);
            assertTrue(heard.next().failed());
            Recorder.await(speaker, now -> now.problem().isPresent());
            lab.connectEnds();
            assertEquals(BfdState.UP, heard.next().state());
            Recorder.await(speaker, now -> now.problem().isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource
    void lowTimeToLiveNeverGetsPastTheKernel(IpFamily family) throws Exception {
        BfdSessionConfig theirs =
                BfdSessionConfig.singleHop("near", lab.nearAddress(family)).from(lab.farAddress(family));
        try (ScriptedNeighbor neighbor = lab.far().call(() -> new ScriptedNeighbor(theirs))) {
            speaker.configure(Set.of(BfdSessionConfig.singleHop("far", lab.farAddress(family))));
            neighbor.await(packet -> packet.state() == BfdState.DOWN);
            neighbor.timeToLive(254);
            neighbor.send(BfdState.DOWN);
            neighbor.timeToLive(255);
            neighbor.send(BfdState.ADMIN_DOWN);
            Recorder.await(speaker, now -> now.remoteState() == BfdState.ADMIN_DOWN);
            assertEquals(1, speaker.status().getFirst().counters().received());
            assertEquals(0, speaker.strayPackets());
        }
    }
}
