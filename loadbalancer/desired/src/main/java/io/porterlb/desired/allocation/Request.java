package io.porterlb.desired.allocation;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.problem.ServiceProblem;
import io.porterlb.desired.view.ServiceView;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a Service asks for by name. Both are lists, separated by commas, with one entry for each family that is asked
/// for, in any order.
///
/// @param addresses the wanted addresses
/// @param eips names of the wanted Eips
/// @param invalid why the addresses cannot be read
record Request(
        Optional<Asked<List<IpAddress>>> addresses,
        Optional<Asked<List<String>>> eips,
        Optional<ServiceProblem> invalid) {
    /// Something asked for, and where.
    ///
    /// @param source the field or annotation that asks
    record Asked<T>(String source, T value) {
        <R> Asked<R> instead(R other) {
            return new Asked<>(source, other);
        }
    }

    static Request of(ServiceView service) {
        Optional<Asked<String>> eips =
                annotation(service, Annotations.EIP).or(() -> annotation(service, Annotations.METALLB_POOL));
        Optional<Asked<String>> text = annotation(service, Annotations.ADDRESS)
                .or(() -> annotation(service, Annotations.METALLB_ADDRESSES))
                .or(() -> service.loadBalancerIp().flatMap(ip -> asked("spec.loadBalancerIP", ip)));
        Optional<Asked<List<IpAddress>>> addresses =
                text.flatMap(asked -> addresses(asked.value()).map(asked::instead));
        return new Request(
                addresses,
                eips.map(asked -> asked.instead(entries(asked.value()))),
                text.filter(_ -> addresses.isEmpty())
                        .map(asked -> new ServiceProblem.InvalidAddress(asked.source(), asked.value())));
    }

    private static Optional<Asked<String>> annotation(ServiceView service, String name) {
        return Optional.ofNullable(service.annotations().get(name))
                .flatMap(value -> asked("Annotation " + name, value));
    }

    private static Optional<Asked<String>> asked(String source, String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(new Asked<>(source, text.strip()));
    }

    private static List<String> entries(String list) {
        return Arrays.stream(list.split(",", -1)).map(String::strip).toList();
    }

    /// Empty unless each entry is an address, at most one of each family.
    private static Optional<List<IpAddress>> addresses(String list) {
        List<String> entries = entries(list);
        List<IpAddress> addresses =
                entries.stream().flatMap(text -> IpAddress.parse(text).stream()).toList();
        long families = addresses.stream().map(IpAddress::family).distinct().count();
        return families == entries.size() ? Optional.of(addresses) : Optional.empty();
    }

    /// The field or annotation that asks for this address, or else for this Eip.
    Optional<String> source(IpAddress address, String eip) {
        return addresses
                .filter(asked -> asked.value().contains(address))
                .map(Asked::source)
                .or(() -> eips.filter(asked -> asked.value().contains(eip)).map(Asked::source));
    }
}
