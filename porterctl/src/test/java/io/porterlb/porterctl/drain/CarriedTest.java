package io.porterlb.porterctl.drain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.view.Layer2Report;
import io.porterlb.desired.view.Layer2Report.Owned;
import io.porterlb.desired.view.Layer2Report.State;
import io.porterlb.desired.view.NodeReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CarriedTest {
    private static Carried carried(Optional<Layer2Report> layer2) {
        return Carried.by(new NodeReport("n1", List.of(), Optional.empty(), layer2, "", ""));
    }

    private static Carried layer2(int named, int more, boolean inForce) {
        List<Owned> owned = IntStream.range(0, named)
                .mapToObj(i -> new Owned(IpAddress.of("192.0.2." + i), "eth0", State.ANNOUNCING, "", ""))
                .toList();
        return carried(Optional.of(new Layer2Report(owned, more, Map.of(), List.of(), 1, inForce, "1")));
    }

    @Test
    void aNodeWithoutAPartInLayer2CarriesNothing() {
        assertTrue(carried(Optional.empty()).isNothing());
        assertTrue(layer2(0, 0, true).isNothing());
    }

    @Test
    void addressesCountAndSoDoThoseThatAReportHasNoRoomFor() {
        assertFalse(layer2(0, 1, true).isNothing());
        assertEquals("1 Layer 2 address", layer2(1, 0, true).words());
        assertEquals("5 Layer 2 addresses", layer2(2, 3, true).words());
        assertEquals(
                "2 routes and 1 Layer 2 address", new Carried(2, List.of(IpAddress.of("192.0.2.1")), 0, true).words());
    }

    @Test
    void theyAreNamedUnlessTheyAreMany() {
        assertTrue(layer2(2, 0, true).why().contains("taken over 192.0.2.0, 192.0.2.1:"));
        assertTrue(layer2(6, 10, true).why().contains("192.0.2.4 and 11 more:"));
    }

    @Test
    void aCouncilThatIsNotInForceIsTheReason() {
        assertTrue(layer2(1, 0, false).why().contains("the council does not answer"));
        assertFalse(layer2(1, 0, true).why().contains("council"));
    }
}
