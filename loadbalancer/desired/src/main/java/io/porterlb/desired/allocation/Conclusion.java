package io.porterlb.desired.allocation;

import static java.util.stream.Collectors.toMap;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.allocation.Assignment.Cause;
import io.porterlb.desired.pool.Pools;
import io.porterlb.desired.view.NamespaceView;
import io.porterlb.desired.view.ServiceView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What becomes of a Service, when all have been looked at.
record Conclusion(Pools pools, Company company, OwnedRecords owned, Ownership ownership) {
    /// @param namespace that of the Service, where it is known
    Assignment of(Served each, Optional<NamespaceView> namespace) {
        List<Holding> holdings =
                each.wants().stream().flatMap(want -> holding(want).stream()).toList();
        if (holdings.isEmpty()) {
            return nothing(each);
        }
        List<IpAddress> addresses = holdings.stream().map(Holding::address).toList();
        List<Notice> notices = oneAReason(each.wants().stream().flatMap(want -> notices(want, namespace)));
        return new Assignment.Held(holdings, notices, owned.besides(each.service(), addresses));
    }

    /// One that cannot keep what it has gives it up first, and is refused then.
    private Assignment nothing(Served each) {
        return owned.of(each.service()).isEmpty() ? new Assignment.Refused(each.refusal()) : released(each);
    }

    /// It is to have none of what it has.
    Assignment released(Served each) {
        ServiceView service = each.service();
        List<Notice> notices = oneAReason(each.wants().stream().flatMap(Conclusion::ofSeparation));
        return new Assignment.Released(owned.of(service), ownership.release(service), notices);
    }

    private Optional<Holding> holding(Want want) {
        return want.claim()
                .map(claim -> new Holding(
                        claim.address(),
                        claim.eip(),
                        separation(want).isPresent() ? Cause.SEPARATED : claim.cause(),
                        company.of(claim.address(), want.service())));
    }

    /// Of several records it may have lost one and kept another.
    private static Optional<Separation> separation(Want want) {
        return want.separation().filter(why -> !want.at(why.before()));
    }

    private static List<Notice> oneAReason(Stream<Notice> notices) {
        return List.copyOf(notices.collect(toMap(Notice::reason, Function.identity(), Notice::and, LinkedHashMap::new))
                .values());
    }

    private Stream<Notice> notices(Want want, Optional<NamespaceView> namespace) {
        Stream<Notice> ofAddress = want.claim()
                .map(claim -> Stream.concat(
                        Notices.of(namespace, claim, pools).stream(), Notices.unmet(want, claim, pools).stream()))
                .orElseGet(() -> Stream.of(Notices.missing(want)));
        return Stream.concat(ofSeparation(want), ofAddress);
    }

    private static Stream<Notice> ofSeparation(Want want) {
        return separation(want).map(why -> why.notice(want.claim())).stream();
    }
}
