package io.porterlb.desired.allocation;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.allocation.Assignment.Cause;
import io.porterlb.desired.pool.Pool;
import io.porterlb.desired.problem.ServiceProblem;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Takes back what the status of a Service reports, where it has no record.
record Readoption(OwnedRecords owned, Granting granting, Claims claims) {
    /// Whether it reports an address that is free in a moment.
    boolean waits(Served each, Reported reported) {
        return recordless(each)
                .flatMap(want -> reported.candidates(want.family()))
                .anyMatch(candidate -> claims.taken().isLeaving(candidate.getKey()));
    }

    void readopt(Served each, Reported reported) {
        recordless(each)
                .forEach(want -> reported.candidates(want.family()).forEach(candidate -> readopt(want, candidate)));
    }

    private Stream<Want> recordless(Served each) {
        return each.wants().stream()
                .filter(want -> want.open() && owned.of(want).isEmpty());
    }

    /// The first one that it may have; if there is none, it is told of the first that it may not.
    private void readopt(Want want, Map.Entry<IpAddress, Pool> candidate) {
        if (want.claim().isPresent()) {
            return;
        }
        IpAddress address = candidate.getKey();
        Pool pool = candidate.getValue();
        Optional<ServiceProblem> problem = granting.readoptionRefusal(want.service(), address, pool);
        if (problem.isEmpty()) {
            claims.give(want, new Claim(address, pool.name(), Cause.READOPTED));
        } else if (want.open()) {
            want.refused(problem.get());
        }
    }
}
