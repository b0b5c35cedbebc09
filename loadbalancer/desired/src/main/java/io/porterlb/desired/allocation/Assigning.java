package io.porterlb.desired.allocation;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.allocation.Assignment.Cause;
import io.porterlb.desired.pool.Pool;
import io.porterlb.desired.problem.ServiceProblem;
import java.util.List;

/// Gives Services addresses that they do not have.
record Assigning(OwnedRecords owned, Granting granting, Claims claims) {
    /// Whether one is for the very address that it asks for, which is free in a moment.
    boolean waits(List<Want> wants) {
        return wants.stream()
                .filter(want -> want.claim().isEmpty() && owned.of(want).isEmpty())
                .flatMap(want -> want.wish().address().stream())
                .anyMatch(asked -> claims.taken().isLeaving(asked.value()));
    }

    /// @param due those whose turn it is, at least one
    void assign(Served each, List<Want> due) {
        if (each.allOrNothing()) {
            assignAll(each);
        } else {
            due.forEach(this::assign);
        }
    }

    /// As soon as the first of them is due: what it got now might be of no use when the next one is.
    private void assignAll(Served each) {
        if (!each.wants().stream().allMatch(Want::open)) {
            return; // one is refused already
        }
        for (Want want : each.wants()) {
            if (granting.grant(want) instanceof Grant.Denied(ServiceProblem cause)) {
                each.refused(new ServiceProblem.DualStackIncomplete(want.family(), cause));
                return;
            }
        }
        each.wants().forEach(this::assign);
    }

    private void assign(Want want) {
        switch (granting.grant(want)) {
            case Grant.Given(IpAddress address, Pool pool) ->
                claims.give(want, new Claim(address, pool.name(), Cause.ASSIGNED));
            case Grant.Denied(ServiceProblem problem) -> want.refused(problem);
        }
    }
}
