package io.porterlb.manager.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.kube.ObjectRef;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnouncerTest {
    private static final ObjectRef WEB = new ObjectRef("v1", "Service", "default", "web", "uid");

    private final List<String> said = new ArrayList<>();
    private final Announcer announcer =
            new Announcer((reporter, _, _, reason, message) -> said.add(reporter + " " + reason + " " + message), "us");

    @Test
    void whatIsWrongIsSaidOnceUntilItIsAnotherThing() {
        announcer.warn(WEB, "Taken", "by a");
        announcer.warn(WEB, "Taken", "by a");
        announcer.warn(WEB, "Taken", "by b");
        assertEquals(List.of("us Taken by a", "us Taken by b"), said);
    }

    @Test
    void aControllerSpeaksInItsOwnNameAndRemembersWithTheRest() {
        Announcer controller = announcer.as("service-controller");
        controller.warn(WEB, "Failed", "x");
        announcer.well(WEB);
        controller.warn(WEB, "Failed", "x");
        assertEquals(List.of("service-controller Failed x", "service-controller Failed x"), said);
    }
}
