package io.porterlb.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.agent.Plans;
import io.porterlb.bgp.Failure;
import io.porterlb.bgp.MessageCounters;
import io.porterlb.bgp.PeerStatus;
import io.porterlb.bgp.SessionState;
import io.porterlb.desired.plan.Layer2Plan;
import io.porterlb.desired.plan.NeighborPlan;
import io.porterlb.desired.plan.NodePlan;
import io.porterlb.desired.plan.SpeakerPlan;
import io.porterlb.desired.problem.PeerProblem;
import io.porterlb.desired.view.SessionReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SessionReportsTest {
    private static final IpAddress ROUTER = IpAddress.of("192.0.2.1");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private static NodePlan plan(Map<String, PeerProblem> problems) {
        SpeakerPlan speaker = new SpeakerPlan(
                65000,
                IpAddress.of("192.0.2.10"),
                Optional.empty(),
                List.of(Plans.peer("leaf", new NeighborPlan.At(ROUTER, Optional.empty()))));
        return new NodePlan("node1", Optional.of(speaker), List.of(), Layer2Plan.NONE, List.of(), problems, List.of());
    }

    private static PeerStatus session(SessionState state, Optional<Failure> failure) {
        return new PeerStatus(
                "leaf",
                Optional.of(ROUTER),
                state,
                NOON,
                failure,
                3,
                2,
                Optional.of(IpAddress.of("192.0.2.99")),
                Optional.of(Duration.ofSeconds(9)),
                Optional.empty(),
                MessageCounters.NONE);
    }

    @Test
    void establishedSessionIsReportedWithItsRoutesAndNoComplaint() {
        List<SessionReport> reports = SessionReports.of(
                plan(Map.of()), List.of(session(SessionState.ESTABLISHED, Optional.empty())), Map.of("leaf", "Up"));
        assertEquals(
                List.of(new SessionReport(
                        "leaf",
                        "192.0.2.1",
                        65000,
                        65001,
                        "192.0.2.99",
                        "ESTABLISHED",
                        "2026-11-21T12:00:00Z",
                        "",
                        "",
                        3,
                        2,
                        OptionalInt.of(9),
                        "Up")),
                reports);
    }

    @Test
    void failedSessionSaysWhy() {
        Failure refused = new Failure("ConnectionRefused", "192.0.2.1 refuses connections.", NOON);
        SessionReport report = SessionReports.of(
                        plan(Map.of()), List.of(session(SessionState.IDLE, Optional.of(refused))), Map.of())
                .getFirst();
        assertEquals("ConnectionRefused", report.reason());
        assertEquals("192.0.2.1 refuses connections.", report.message());
    }

    @Test
    void statesAreSpelledAsOpenElbSpellsThem() {
        assertEquals(
                "OPENSENT",
                SessionReports.of(plan(Map.of()), List.of(session(SessionState.OPEN_SENT, Optional.empty())), Map.of())
                        .getFirst()
                        .state());
    }

    @Test
    void peerWithoutASessionIsReportedWithItsProblem() {
        PeerProblem problem = new PeerProblem.BgpConfMissing();
        List<SessionReport> reports = SessionReports.of(plan(Map.of("bad", problem)), List.of(), Map.of());
        assertEquals(1, reports.size(), "a session that the speaker does not know yet is left out");
        assertEquals("bad", reports.getFirst().peer());
        assertEquals(problem.message(), reports.getFirst().message());
    }

    @Test
    void runsInANamedModule() {
        assertTrue(SessionReports.class.getModule().isNamed());
    }
}
