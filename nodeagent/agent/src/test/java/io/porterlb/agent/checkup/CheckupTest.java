package io.porterlb.agent.checkup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.desired.plan.Layer2Plan;
import io.porterlb.desired.plan.NodePlan;
import io.porterlb.desired.plan.VipPlan;
import io.porterlb.kube.agents.NodeFindings;
import io.porterlb.rules.check.Finding;
import io.porterlb.rules.check.NodeCheck;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckupTest {
    private final List<Set<IpFamily>> asked = new ArrayList<>();
    private List<VipPlan> vips = List.of();
    private List<Finding> found = List.of();
    private boolean virtual = true;

    private final Checkup checkup = new Checkup(
            "n1",
            () -> new NodePlan("n1", Optional.empty(), List.of(), Layer2Plan.NONE, vips, Map.of(), List.of()),
            served -> {
                virtual = Thread.currentThread().isVirtual();
                asked.add(served);
                return found;
            });

    @Test
    void everyCheckThatFindsSomethingIsInTheDocumentWithItsSentence() {
        found = Arrays.stream(NodeCheck.values())
                .map(check -> new Finding(check, "Of " + check + ": do <this>."))
                .toList();
        NodeFindings read = NodeFindings.of(checkup.now().toJson());
        assertEquals("n1", read.node());
        assertEquals(
                Arrays.stream(NodeCheck.values())
                        .map(check -> new NodeFindings.Finding(check.name(), "Of " + check + ": do <this>."))
                        .toList(),
                read.findings());
    }

    @Test
    void theFamiliesOfTheAddressesThatTheNodeServesAreLookedAfter() {
        checkup.now();
        vips = List.of(new VipPlan(IpAddress.of("2001:db8::7"), List.of()));
        checkup.now();
        assertEquals(List.of(Set.of(), Set.of(IpFamily.V6)), asked);
    }

    @Test
    void programsAreStartedByAPlatformThread() throws InterruptedException {
        Thread.ofVirtual().start(checkup::now).join();
        assertFalse(virtual);
    }
}
