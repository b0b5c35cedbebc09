package io.porterlb.desired.allocation;

import io.porterlb.address.AddressRange;
import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.desired.pool.Pool;
import io.porterlb.desired.pool.Pools;
import io.porterlb.desired.problem.ServiceProblem;
import io.porterlb.desired.view.ServiceView;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

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

    /// The field or annotation that asks for an address, or else for an Eip.
    Optional<String> source() {
        return addresses.map(Asked::source).or(() -> eips.map(Asked::source));
    }

    /// What of it is meant for the address of one family.
    ///
    /// @param all families of the Service
    Wish wish(IpFamily family, List<IpFamily> all, Pools pools) {
        Function<String, Optional<IpFamily>> familyOf =
                name -> pools.named(name).flatMap(Pool::range).map(AddressRange::family);
        return new Wish(
                family,
                addresses.flatMap(asked -> meant(asked, address -> Optional.of(address.family()), family, all)),
                eips.flatMap(asked -> meant(asked, familyOf, family, all)),
                invalid.or(() -> eips.flatMap(asked -> ambiguous(asked, familyOf, family))));
    }

    /// The entry of the family; else one whose family nobody knows, or, where no entry is of a family that the Service
    /// has, the first one: those are found wanting. An entry of another family that it has is not meant.
    private static <T> Optional<Asked<T>> meant(
            Asked<List<T>> asked, Function<T, Optional<IpFamily>> familyOf, IpFamily family, List<IpFamily> all) {
        List<T> entries = asked.value();
        return first(entries, entry -> familyOf.apply(entry).equals(Optional.of(family)))
                .or(() -> first(entries, entry -> familyOf.apply(entry).isEmpty()))
                .or(() -> first(
                        entries,
                        _ -> entries.stream()
                                .noneMatch(entry -> familyOf.apply(entry)
                                        .filter(all::contains)
                                        .isPresent())))
                .map(asked::instead);
    }

    private static <T> Optional<T> first(List<T> entries, Predicate<T> which) {
        return entries.stream().filter(which).findFirst();
    }

    private static Optional<ServiceProblem> ambiguous(
            Asked<List<String>> asked, Function<String, Optional<IpFamily>> familyOf, IpFamily family) {
        List<String> names = asked.value().stream()
                .filter(name -> familyOf.apply(name).equals(Optional.of(family)))
                .distinct()
                .toList();
        return names.size() > 1
                ? Optional.of(new ServiceProblem.SeveralEips(asked.source(), names, family))
                : Optional.empty();
    }
}
