package io.porterlb.kube.removal;

import io.porterlb.desired.allocation.Release;
import io.porterlb.desired.view.ServiceKey;

/// What PorterLB has left on a Service.
public record ServiceTrace(ServiceKey service, Release release) {
    public boolean isEmpty() {
        return release.equals(Release.NONE);
    }
}
