package io.porterlb.desired.status;

import io.porterlb.desired.allocation.Assignments;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.ServiceKey;
import java.util.Map;

/// What every object's status should say. Eips that a CNI owns are not in it.
///
/// @param services of each Service that is served or refused
public record StatusReport(
        Map<String, EipStatus> eips,
        Map<String, BgpPeerStatus> peers,
        Map<String, BgpConfStatus> confs,
        Map<ServiceKey, Condition> services) {
    public static StatusReport of(ClusterView view, Assignments assignments) {
        throw new UnsupportedOperationException(view + " " + assignments);
    }
}
