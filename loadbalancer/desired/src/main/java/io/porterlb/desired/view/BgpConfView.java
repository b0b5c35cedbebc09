package io.porterlb.desired.view;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A BgpConf (`network.kubesphere.io/v1alpha2`): what all nodes' speakers share. Only the one named `default` counts.
///
/// @param as `spec.as`: local AS number, 1 to 4294967295; 0 where absent
/// @param asPerRack AS number by the node label `openelb.kubesphere.io/rack`
/// @param routerId `spec.routerId` as written; empty means the node's first IPv4 address
/// @param gracefulRestart for BgpPeers that have none of their own; empty where absent
/// @param unsupported paths of fields that are set and mean nothing
public record BgpConfView(
        String name,
        String uid,
        long generation,
        long as,
        Map<String, Long> asPerRack,
        String routerId,
        ListenView listen,
        Optional<GracefulRestartView> gracefulRestart,
        Set<String> unsupported) {
    /// The only name that counts, as in OpenELB.
    public static final String DEFAULT_NAME = "default";

    public BgpConfView {
        asPerRack = Map.copyOf(asPerRack);
        unsupported = Set.copyOf(unsupported);
    }
}
