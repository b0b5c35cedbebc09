package io.porterlb.desired.status;

import java.util.List;
import java.util.Map;

/// `BgpConf.status`.
///
/// @param nodes what each node's speaker calls itself; left out past [BgpPeerStatus#MAX_NODES] nodes
public record BgpConfStatus(Map<String, Speaker> nodes, List<Condition> conditions) {
    public BgpConfStatus {
        conditions = List.copyOf(conditions);
    }

    /// @param routerId BGP identifier
    /// @param as local AS number
    public record Speaker(String routerId, long as) {}
}
