package io.porterlb.desired.allocation;

import io.porterlb.address.IpFamily;
import io.porterlb.desired.view.IpFamilyPolicy;
import io.porterlb.desired.view.ServiceView;
import java.util.List;

/// Which addresses a Service gets: one of each of its families.
final class Families {
    private Families() {}

    /// `spec.ipFamilies`; the API server leaves that empty only for Services that need no address.
    static List<IpFamily> of(ServiceView service) {
        return service.ipFamilies().isEmpty() ? List.of(IpFamily.V4) : service.ipFamilies();
    }

    /// Whether one address is worth nothing to it without the other (`spec.ipFamilyPolicy: RequireDualStack`).
    static boolean inseparable(ServiceView service) {
        return of(service).size() > 1 && service.ipFamilyPolicy() == IpFamilyPolicy.REQUIRE_DUAL_STACK;
    }
}
