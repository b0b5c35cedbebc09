package io.porterlb.desired.status;

import java.util.List;
import java.util.Map;

/// `BgpConf.status`.
///
/// @param nodes what each node's speaker uses, by node name
public record BgpConfStatus(Map<String, NodeConf> nodes, List<Condition> conditions) {
    public BgpConfStatus {
        nodes = Map.copyOf(nodes);
        conditions = List.copyOf(conditions);
    }

    /// Router id and AS number that one node's speaker uses.
    public record NodeConf(String routerId, long as) {}
}
