package io.porterlb.desired.status;

import io.porterlb.desired.view.SessionReport;
import java.util.List;
import java.util.Map;

/// `BgpPeer.status`.
///
/// @param nodes session by node name; may list only what is not well
/// @param established how many sessions are up
/// @param total how many sessions there should be
public record BgpPeerStatus(Map<String, SessionReport> nodes, int established, int total, List<Condition> conditions) {
    public BgpPeerStatus {
        nodes = Map.copyOf(nodes);
        conditions = List.copyOf(conditions);
    }
}
