package io.porterlb.test.interop.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.test.cluster.network.Names;
import io.porterlb.test.cluster.network.NetworkNamespace;
import io.porterlb.test.cluster.process.Command;
import io.porterlb.test.cluster.process.ProcessId;
import io.porterlb.test.cluster.router.Family;
import io.porterlb.test.cluster.router.RouterKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LabTest {
    @Test
    void aNameSaysWhoseItIs() {
        var name = new LabName(new ProcessId(4711, 815), 3);
        assertEquals("lab4711-815-3", name.toString());
        assertEquals(Optional.of(name), LabName.parse("lab4711-815-3"));
        assertEquals(Optional.empty(), LabName.parse("demo"));
    }

    @Tag("cluster")
    @Test
    void nothingIsLeftOfAClosedLab() {
        NetworkNamespace node;
        Names names;
        try (var lab = new Lab(Peering.EBGP_IPV4, RouterKind.BIRD)) {
            lab.startRouter();
            node = lab.namespace(Seat.NODE);
            names = LabName.parse(node.name().split("\\.", -1)[1]).orElseThrow().names();
            assertTrue(node.exists());
        }
        assertFalse(node.exists());
        assertEquals(List.of(), names.existing());
    }

    @Tag("cluster")
    @Test
    void seatsReachEachOtherUntilALinkIsCut() {
        try (var lab = new Lab(Peering.EBGP_IPV4, RouterKind.BIRD)) {
            for (Family family : Family.values()) {
                awaitAnswer(lab, family);
            }
            lab.link(Seat.NODE).cutSilently();
            assertFalse(ping(lab, Family.IPV4));
            lab.link(Seat.NODE).restore();
            awaitAnswer(lab, Family.IPV4);
        }
    }

    private static void awaitAnswer(Lab lab, Family family) {
        Eventually.is("the router answers over " + family, () -> ping(lab, family), () -> "no answer");
    }

    private static boolean ping(Lab lab, Family family) {
        String router = Seat.ROUTER.address(family).toString();
        List<String> words = lab.namespace(Seat.NODE).command(List.of("ping", "-c", "1", "-W", "1", router));
        return Command.of(words).result().exitStatus() == 0;
    }
}
