package io.porterlb.desired.status;

import io.porterlb.desired.view.SessionReport;
import java.util.List;
import java.util.Map;

/// `BgpPeer.status`.
///
/// @param nodes session by node; past [#MAX_NODES] selected nodes only those that are not established
/// @param established how many sessions are
/// @param total how many nodes the BgpPeer selects
public record BgpPeerStatus(Map<String, SessionReport> nodes, int established, int total, List<Condition> conditions) {
    /// Up to here every node is listed.
    public static final int MAX_NODES = 100;

    public BgpPeerStatus {
        conditions = List.copyOf(conditions);
    }
}
