package io.porterlb.desired.allocation;

import io.porterlb.address.AddressRange;
import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.desired.allocation.Request.Asked;
import io.porterlb.desired.pool.Pool;
import io.porterlb.desired.pool.Pools;
import io.porterlb.desired.problem.ServiceProblem;
import io.porterlb.desired.view.ServiceView;
import java.util.List;
import java.util.Optional;

/// What a Service asks for by name where its address of one family is concerned; all empty where any will do.
///
/// @param address the wanted address
/// @param eip the wanted Eip
/// @param invalid why what is asked for cannot be understood
record Wish(
        IpFamily family,
        Optional<Asked<IpAddress>> address,
        Optional<Asked<String>> eip,
        Optional<ServiceProblem> invalid) {
    /// @param family one of those of the Service
    static Wish of(ServiceView service, IpFamily family, Pools pools) {
        Request request = Request.of(service);
        List<IpFamily> all = Families.of(service);
        Optional<Entries<IpAddress>> addresses =
                request.addresses().map(asked -> new Entries<>(asked, address -> Optional.of(address.family())));
        Optional<Entries<String>> eips = request.eips()
                .map(asked -> new Entries<>(
                        asked, name -> pools.named(name).flatMap(Pool::range).map(AddressRange::family)));
        return new Wish(
                family,
                addresses.flatMap(entries -> entries.meant(family, all)),
                eips.flatMap(entries -> entries.meant(family, all)),
                request.invalid().or(() -> eips.flatMap(entries -> ambiguous(entries, family))));
    }

    private static Optional<ServiceProblem> ambiguous(Entries<String> eips, IpFamily family) {
        List<String> names = eips.of(family).stream().distinct().toList();
        return names.size() > 1
                ? Optional.of(new ServiceProblem.SeveralEips(eips.asked().source(), names, family))
                : Optional.empty();
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
