package io.porterlb.kube.removal;

import io.porterlb.desired.allocation.Release;
import io.porterlb.desired.view.ServiceKey;

/// What PorterLB has left on a Service.
///
/// @param condition whether `status.conditions` has one of ours
public record ServiceTrace(ServiceKey service, Release release, boolean condition) {
    public boolean isEmpty() {
        return release.equals(Release.NONE) && !condition;
    }
}
