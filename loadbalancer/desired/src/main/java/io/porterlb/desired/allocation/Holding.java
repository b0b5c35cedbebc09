package io.porterlb.desired.allocation;

import io.porterlb.desired.allocation.Assignment.Cause;
import io.porterlb.desired.pool.Pools;
import io.porterlb.desired.problem.ServiceProblem;
import io.porterlb.desired.view.NamespaceView;
import io.porterlb.desired.view.ServiceView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is said of a Service that has an address, when all have been looked at.
record Holding(Pools pools, Company company) {
    /// @param namespace that of the Service, where it is known
    /// @param denied why it has not what it asks for
    /// @param separation why it has not the address that it had
    Assignment.Held of(
            ServiceView service,
            Optional<NamespaceView> namespace,
            Claim claim,
            Optional<ServiceProblem> denied,
            Optional<Separation> separation) {
        List<Notice> notices = new ArrayList<>();
        separation.map(why -> why.notice(claim.address())).ifPresent(notices::add);
        notices.addAll(Notices.of(service, namespace, claim, pools));
        denied.or(() -> Notices.otherProtocol(service, claim, pools))
                .map(problem -> Notices.requestNotHeld(claim.address(), problem))
                .ifPresent(notices::add);
        return new Assignment.Held(
                List.of(claim.address()),
                claim.eip(),
                separation.isPresent() ? Cause.SEPARATED : claim.cause(),
                notices,
                claim.surplus(),
                company.of(claim.address(), service));
    }
}
