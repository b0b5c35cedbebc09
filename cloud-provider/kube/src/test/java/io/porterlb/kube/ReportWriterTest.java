package io.porterlb.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.NodeReport;
import io.porterlb.desired.view.NodeView;
import io.porterlb.desired.view.RuleReport;
import io.porterlb.desired.view.SessionReport;
import io.porterlb.kube.WriteResult.Refused;
import io.porterlb.kube.WriteResult.Written;
import io.porterlb.kube.http.ContentType;
import io.porterlb.kube.http.Json;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// What an agent reports of its node, at a real API server.
class ReportWriterTest extends RealApiServer {

    @Test
    void aReportIsCreatedWrittenAndReplaced() throws Exception {
        NodeView node = node();
        Optional<RuleReport> rules = Optional.of(new RuleReport(3, true, List.of("nft says: no")));
        SessionReport session = new SessionReport(
                "leaf1",
                "192.0.2.1",
                65000,
                65001,
                "192.0.2.1",
                "ACTIVE",
                "2026-01-01T00:00:00Z",
                "Timeout",
                "no answer",
                0,
                0,
                OptionalInt.of(9),
                "Down");
        assertInstanceOf(
                Written.class,
                cluster.reports()
                        .write(
                                node,
                                new NodeReport(name, List.of(session, session), rules, Optional.empty(), "h1", "x")));
        NodeReport second =
                new NodeReport(name, List.of(session), rules, Optional.empty(), "h2", "2026-01-01T00:00:01Z");
        assertInstanceOf(Written.class, cluster.reports().write(node, second));
        assertEquals(second, in(cluster.next().reports(), name));
        NodeReport large = new NodeReport(name, Collections.nCopies(300, session), rules, Optional.empty(), "h2", "x");
        assertInstanceOf(Refused.class, cluster.reports().write(node, large));
    }

    private NodeView node() throws Exception {
        api.send("POST", "/api/v1/nodes", Json.object("metadata", Map.of("name", name)), ContentType.JSON);
        return await(ClusterView::nodes, name);
    }
}
