package io.porterlb.desired.allocation;

import io.porterlb.address.IpFamily;
import io.porterlb.desired.view.ServiceView;

/// Which family of address a Service gets.
final class Families {
    private Families() {}

    /// The first of `spec.ipFamilies`; the API server leaves that empty only for Services that need no address.
    static IpFamily of(ServiceView service) {
        return service.ipFamilies().isEmpty()
                ? IpFamily.V4
                : service.ipFamilies().getFirst();
    }
}
