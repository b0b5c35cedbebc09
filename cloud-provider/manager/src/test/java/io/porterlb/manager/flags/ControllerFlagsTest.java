package io.porterlb.manager.flags;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ControllerFlagsTest {
    private static Set<Controller> running(String list) {
        ControllerFlags flags = Parsed.flags("--controllers=" + list).controllers();
        assertEquals(0, flags.faults().count());
        return Arrays.stream(Controller.values()).filter(flags::runs).collect(Collectors.toSet());
    }

    @Test
    void aStarIsAllAndANameIsOneUnderItsOldNameToo() {
        assertEquals(EnumSet.allOf(Controller.class), running("*"));
        assertEquals(Set.of(Controller.SERVICE_LB), running("service-lb-controller"));
        assertEquals(Set.of(Controller.SERVICE_LB, Controller.CLOUD_NODE), running("service,cloud-node"));
    }

    @Test
    void aMinusTakesOneAwayWhereverTheStarStands() {
        assertEquals(EnumSet.complementOf(EnumSet.of(Controller.SERVICE_LB)), running("*,-service"));
        assertEquals(EnumSet.complementOf(EnumSet.of(Controller.SERVICE_LB)), running("-service-lb-controller,*"));
        assertEquals(Set.of(), running("-service"));
    }

    @Test
    void onlyANameThatIsWrittenIsAskedFor() {
        assertTrue(Parsed.flags("--controllers=*,route").controllers().names(Controller.NODE_ROUTE));
        assertFalse(Parsed.flags("--controllers=*,-route").controllers().names(Controller.NODE_ROUTE));
        assertFalse(Parsed.flags().controllers().names(Controller.NODE_ROUTE));
    }
}
