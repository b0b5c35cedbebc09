package io.porterlb.desired.status;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `BgpConf.status`.
///
/// @param nodes in order of names, what each node's speaker calls itself; left out past
///     [BgpPeerStatus#MAX_NODES] nodes
public record BgpConfStatus(Map<String, Speaker> nodes, List<Condition> conditions) {
    public BgpConfStatus {
        nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes)); // Map.copyOf would lose the order
        conditions = List.copyOf(conditions);
    }

    /// How one node shows up at routers.
    ///
    /// @param routerId BGP identifier
    /// @param as local AS number
    public record Speaker(String routerId, long as) {}
}
