package io.porterlb.kube;

import com.google.gson.JsonObject;
import io.porterlb.desired.status.BgpConfStatus;
import io.porterlb.desired.status.BgpPeerStatus;
import io.porterlb.desired.status.EipStatus;
import io.porterlb.desired.view.SessionReport;
import io.porterlb.kube.http.Json;
import java.util.Comparator;

/// The statuses as the CRDs have them: OpenELB's fields, and ours beside them.
final class StatusJson {
    private static final String ESTABLISHED = "ESTABLISHED";

    private StatusJson() {}

    static JsonObject of(EipStatus status) {
        return Json.object(
                "poolSize", status.poolSize(),
                "usage", status.usage(),
                "used", status.used(),
                "occupied", status.occupied(),
                "firstIP", status.firstIP(),
                "lastIP", status.lastIP(),
                "ready", status.ready(),
                "v4", status.v4());
    }

    static JsonObject of(BgpConfStatus status) {
        JsonObject nodes = new JsonObject();
        status.nodes()
                .forEach((node, conf) -> nodes.add(node, Json.object("routerId", conf.routerId(), "as", conf.as())));
        return Json.object("nodesConfStatus", nodes);
    }

    static JsonObject of(BgpPeerStatus status) {
        JsonObject nodes = new JsonObject();
        status.nodes().forEach((node, session) -> nodes.add(node, session(session)));
        JsonObject json = Json.object(
                "nodesPeerStatus",
                nodes,
                "established",
                status.established(),
                "total",
                status.total(),
                "sessions",
                status.established() + "/" + status.total());
        status.nodes().values().stream()
                .filter(StatusJson::established)
                .mapToInt(SessionReport::routesSent)
                .max()
                .ifPresent(most -> json.addProperty("routesSent", most));
        upSince(status, json);
        return json;
    }

    private static boolean established(SessionReport session) {
        return session.state().equals(ESTABLISHED);
    }

    /// The youngest session tells since when the peer has been whole.
    private static void upSince(BgpPeerStatus status, JsonObject json) {
        if (status.established() == status.total()) {
            status.nodes().values().stream()
                    .filter(s -> established(s) && !s.since().isEmpty())
                    .map(SessionReport::since)
                    .max(Comparator.naturalOrder())
                    .ifPresent(since -> json.addProperty("upSince", since));
        }
    }

    private static JsonObject session(SessionReport session) {
        JsonObject peer = Json.object(
                "neighborAddress", session.neighborAddress(),
                "localAs", session.localAs(),
                "peerAs", session.peerAs(),
                "routerId", session.routerId(),
                "sessionState", session.state(),
                "routesSent", session.routesSent(),
                "routesReceived", session.routesReceived());
        if (!session.bfd().isEmpty()) {
            peer.addProperty("bfdState", session.bfd());
        }
        if (!session.reason().isEmpty()) {
            peer.addProperty("reason", session.reason());
            peer.addProperty("message", session.message());
        }
        String since = established(session) ? "uptime" : "downtime";
        JsonObject timers = Json.object(since, session.since());
        // A text, as OpenELB has it
        session.holdTime().ifPresent(time -> timers.addProperty("negotiatedHoldTime", Integer.toString(time)));
        return Json.object("peerState", peer, "timersState", timers);
    }
}
