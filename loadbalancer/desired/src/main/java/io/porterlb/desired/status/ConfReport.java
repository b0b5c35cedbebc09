package io.porterlb.desired.status;

import io.porterlb.desired.plan.Sessions;
import io.porterlb.desired.plan.SpeakerIdentity;
import io.porterlb.desired.problem.PeerProblem;
import io.porterlb.desired.view.BgpConfView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/// The status of one BgpConf.
///
/// @param sessions what is planned, of every node
record ConfReport(BgpConfView conf, NavigableMap<String, Sessions> sessions) {
    BgpConfStatus status() {
        boolean counts = conf.name().equals(BgpConfView.DEFAULT_NAME);
        return new BgpConfStatus(
                counts && sessions.size() <= BgpPeerStatus.MAX_NODES ? speakers() : Map.of(),
                List.of(counts ? ready() : notDefault(), Conditions.supported(conf.unsupported())));
    }

    private Map<String, BgpConfStatus.Speaker> speakers() {
        Map<String, BgpConfStatus.Speaker> speakers = new LinkedHashMap<>();
        sessions.forEach((node, planned) -> {
            if (planned.identity() instanceof SpeakerIdentity.Known known) {
                speakers.put(node, new BgpConfStatus.Speaker(known.routerId().toString(), known.localAs()));
            }
        });
        return speakers;
    }

    private static Condition notDefault() {
        return Conditions.notReady(
                "NotDefault", "Only the BgpConf named default counts: put its fields there and delete this one.");
    }

    private Condition ready() {
        if (conf.as() == 0 && conf.asPerRack().isEmpty()) {
            return Conditions.notReady(new PeerProblem.InvalidLocalAs(0));
        }
        for (Map.Entry<String, Sessions> entry : sessions.entrySet()) {
            if (entry.getValue().identity() instanceof SpeakerIdentity.Unknown(PeerProblem problem)) {
                return Conditions.notReady(problem.reason(), "Node " + entry.getKey() + ": " + problem.message());
            }
        }
        return Conditions.ready("Usable", "");
    }
}
