package io.porterlb.desired.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.Cluster;
import io.porterlb.desired.problem.Problem;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What the allocator made of a cluster, with checks.
record Outcome(Assignments assignments) {
    static Outcome of(Cluster cluster) {
        return of(cluster, AllocatorSettings.DEFAULT);
    }

    static Outcome of(Cluster cluster, AllocatorSettings settings) {
        return new Outcome(Allocator.allocate(cluster.view(), settings));
    }

    Assignment of(String service) {
        return Objects.requireNonNull(
                assignments.services().get(Cluster.key(service)), () -> "nothing said of " + service);
    }

    Assignment.Held held(String service) {
        return assertInstanceOf(Assignment.Held.class, of(service));
    }

    Outcome holds(String service, String address, Assignment.Cause cause) {
        return shows(service, address).because(service, cause);
    }

    /// Holds these addresses, for whatever cause.
    Outcome shows(String service, String... addresses) {
        assertEquals(
                Stream.of(addresses).map(IpAddress::of).toList(), held(service).addresses());
        return this;
    }

    /// One an address, in their order.
    Outcome because(String service, Assignment.Cause... causes) {
        assertEquals(
                List.of(causes),
                held(service).holdings().stream().map(Holding::cause).toList());
        return this;
    }

    Outcome assigned(String service, String address) {
        return holds(service, address, Assignment.Cause.ASSIGNED);
    }

    Outcome refused(String service, String reason, String... parts) {
        return problem(assertInstanceOf(Assignment.Refused.class, of(service)).problem(), reason, parts);
    }

    Outcome problem(Problem problem, String reason, String... parts) {
        assertEquals(reason, problem.reason(), problem.message());
        for (String part : parts) {
            assertTrue(problem.message().contains(part), problem.message());
        }
        return this;
    }

    Outcome noticed(String service, String reason, String... parts) {
        List<Notice> notices = notices(service);
        Notice notice = notices.stream()
                .filter(candidate -> candidate.reason().equals(reason))
                .findFirst()
                .orElseThrow(() -> new AssertionError(reason + " is not in " + notices));
        for (String part : parts) {
            assertTrue(notice.message().contains(part), notice.message());
        }
        return this;
    }

    private List<Notice> notices(String service) {
        return of(service) instanceof Assignment.Released released
                ? released.notices()
                : held(service).notices();
    }
}
