package io.porterlb.desired.allocation;

import io.porterlb.desired.pool.Pools;
import io.porterlb.desired.problem.ServiceProblem;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.ServiceView;
import java.util.List;

/// A Service that wants addresses of us.
///
/// @param wants one a family, in the order of `spec.ipFamilies`
record Served(ServiceView service, List<Want> wants) {
    static Served of(ServiceView service, Pools pools) {
        List<Want> wants = Families.of(service).stream()
                .map(family -> new Want(service, Wish.of(service, family, pools)))
                .toList();
        return new Served(service, wants);
    }

    ServiceKey key() {
        return service.key();
    }

    /// Whether it gets all that it wants or nothing: what it has it keeps.
    boolean allOrNothing() {
        return Families.inseparable(service)
                && wants.stream().allMatch(want -> want.claim().isEmpty());
    }

    void refused(ServiceProblem why) {
        wants.forEach(want -> want.refused(why));
    }

    /// Why it has nothing.
    ServiceProblem refusal() {
        return wants.stream()
                .flatMap(want -> want.refusal().stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(key() + " has neither an address nor an answer"));
    }
}
