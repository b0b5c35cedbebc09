package io.porterlb.desired.allocation;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.desired.pool.Pools;
import io.porterlb.desired.problem.ServiceProblem;
import io.porterlb.desired.view.ServiceView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a Service asks for by name.
///
/// @param address the wanted address, of the Service's family where it can be
/// @param eip the wanted Eip
/// @param invalid why the request cannot be read
record Request(Optional<Asked<IpAddress>> address, Optional<Asked<String>> eip, Optional<ServiceProblem> invalid) {
    /// A wish and where it was found.
    ///
    /// @param source the field or annotation that asks
    record Asked<T>(String source, T value) {}

    static Request of(ServiceView service) {
        Optional<Asked<String>> eip =
                annotation(service, Annotations.EIP).or(() -> annotation(service, Annotations.METALLB_POOL));
        Optional<Asked<String>> text = annotation(service, Annotations.ADDRESS)
                .or(() -> annotation(service, Annotations.METALLB_ADDRESSES))
                .or(() -> service.loadBalancerIp()
                        .filter(ip -> !ip.isBlank())
                        .map(ip -> new Asked<>("spec.loadBalancerIP", ip)));
        return text.map(asked -> withAddress(asked, eip, Families.of(service)))
                .orElseGet(() -> new Request(Optional.empty(), eip, Optional.empty()));
    }

    private static Optional<Asked<String>> annotation(ServiceView service, String name) {
        return Optional.ofNullable(service.annotations().get(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(value -> new Asked<>("Annotation " + name, value));
    }

    private static Request withAddress(Asked<String> text, Optional<Asked<String>> eip, IpFamily family) {
        return pick(text.value(), family)
                .map(address -> new Request(Optional.of(new Asked<>(text.source(), address)), eip, Optional.empty()))
                .orElseGet(() -> new Request(
                        Optional.empty(),
                        eip,
                        Optional.of(new ServiceProblem.InvalidAddress(text.source(), text.value()))));
    }

    /// The address of this family out of a list that has one a family; an only address whatever its family.
    private static Optional<IpAddress> pick(String list, IpFamily family) {
        List<IpAddress> addresses = new ArrayList<>();
        for (String item : list.split(",", -1)) {
            Optional<IpAddress> address = IpAddress.parse(item.strip());
            if (address.isEmpty()
                    || addresses.stream()
                            .anyMatch(a -> a.family() == address.get().family())) {
                return Optional.empty();
            }
            addresses.add(address.get());
        }
        return addresses.stream()
                .filter(a -> a.family() == family)
                .findFirst()
                .or(() -> addresses.stream().findFirst());
    }

    boolean explicit() {
        return address.isPresent() || eip.isPresent() || invalid.isPresent();
    }

    /// Whether this address is what is asked for. The Eip that it was once taken from counts as asked for even where it
    /// no longer contains it: editing an Eip moves no address.
    boolean satisfiedBy(IpAddress held, String eipOfHeld, Pools pools) {
        return invalid.isEmpty()
                && address.map(asked -> asked.value().equals(held)).orElse(true)
                && eip.map(Asked::value)
                        .map(name -> name.equals(eipOfHeld)
                                || pools.named(name)
                                        .filter(p -> p.contains(held))
                                        .isPresent())
                        .orElse(true);
    }
}
