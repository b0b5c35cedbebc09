package io.porterlb.manager.model;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a Service is told where no address is free: it must be so.
///
/// @param why its condition, whatever that says
record Exhausted(ClusterState state, Stored why) {
    /// In [io.porterlb.desired.problem.ServiceProblem.AddressPoolExhausted], of the few Eips of this cluster.
    private static final Pattern NONE_FREE = Pattern.compile("No address is free in Eips? ([^:]+):");

    /// Each as a sentence without a full stop.
    Stream<String> violations(ServiceState service) {
        return NONE_FREE
                .matcher(why.text("message"))
                .results()
                .flatMap(found -> Stream.of(found.group(1).split(", ")))
                .flatMap(name -> Stream.ofNullable(state.eips().get(name)))
                .filter(EipState::gives)
                .flatMap(this::free)
                .map(address -> service.key() + " is told that nothing is free, and " + address + " is");
    }

    private Stream<String> free(EipState eip) {
        return Stream.iterate(eip.range().first(), address -> address.next())
                .limit(eip.range().size())
                .map(Object::toString)
                .filter(a -> !state.recorded(a) && !state.reserved(a) && !state.shown(a));
    }
}
