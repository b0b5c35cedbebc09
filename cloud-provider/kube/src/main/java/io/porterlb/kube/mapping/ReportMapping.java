package io.porterlb.kube.mapping;

import io.porterlb.desired.view.NodeReport;
import io.porterlb.desired.view.RuleReport;
import io.porterlb.desired.view.SessionReport;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.resource.CustomResource;
import io.porterlb.kube.resource.PorterNodeStatus;
import java.util.Optional;
import java.util.OptionalInt;

/// PorterNode to [NodeReport] and back.
public final class ReportMapping {
    private ReportMapping() {}

    public static NodeReport report(CustomResource object) {
        PorterNodeStatus status = Json.read(object.status(), PorterNodeStatus.class);
        return new NodeReport(
                object.metadata().name(),
                status.sessions().stream().map(ReportMapping::session).toList(),
                Optional.ofNullable(status.rules()).map(ReportMapping::rules),
                Optional.ofNullable(status.layer2()).map(Layer2Mapping::report),
                status.planHash(),
                status.appliedAt());
    }

    private static RuleReport rules(PorterNodeStatus.Rules r) {
        return new RuleReport(r.vips(), r.refuses(), r.problems());
    }

    private static SessionReport session(PorterNodeStatus.Session s) {
        return new SessionReport(
                s.peer(),
                s.neighborAddress(),
                s.localAs(),
                s.peerAs(),
                s.routerId(),
                s.state(),
                s.since(),
                s.reason(),
                s.message(),
                s.routesSent(),
                s.routesReceived(),
                s.holdTime() == null ? OptionalInt.empty() : OptionalInt.of(s.holdTime()),
                s.bfd());
    }

    /// `status` of the object for a report.
    public static PorterNodeStatus status(NodeReport report) {
        return new PorterNodeStatus(
                report.sessions().stream().map(ReportMapping::session).toList(),
                report.rules().map(ReportMapping::rules).orElse(null),
                report.layer2().map(Layer2Mapping::status).orElse(null),
                report.planHash(),
                report.appliedAt());
    }

    private static PorterNodeStatus.Rules rules(RuleReport r) {
        return new PorterNodeStatus.Rules(r.vips(), r.refuses(), r.problems());
    }

    private static PorterNodeStatus.Session session(SessionReport s) {
        return new PorterNodeStatus.Session(
                s.peer(),
                s.neighborAddress(),
                s.localAs(),
                s.peerAs(),
                s.routerId(),
                s.state(),
                s.since(),
                s.reason(),
                s.message(),
                s.routesSent(),
                s.routesReceived(),
                s.holdTime().isPresent() ? s.holdTime().getAsInt() : null,
                s.bfd());
    }
}
