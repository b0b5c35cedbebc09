package io.porterlb.desired.status;

import io.porterlb.desired.view.SessionReport;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `BgpPeer.status`.
///
/// @param nodes session by node, in order; past [#MAX_NODES] selected nodes only the first that many of
///     those that are not established
/// @param established how many sessions are
/// @param total how many nodes the BgpPeer selects
public record BgpPeerStatus(Map<String, SessionReport> nodes, int established, int total, List<Condition> conditions) {
    /// Up to here every node is listed.
    public static final int MAX_NODES = 100;

    public BgpPeerStatus {
        nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes)); // Map.copyOf would lose the order
        conditions = List.copyOf(conditions);
    }
}
