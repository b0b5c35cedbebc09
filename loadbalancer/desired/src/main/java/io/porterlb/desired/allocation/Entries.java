package io.porterlb.desired.allocation;

import io.porterlb.address.IpFamily;
import io.porterlb.desired.allocation.Request.Asked;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// A list that a Service asks by, with one entry for each family that is asked for, in any order.
///
/// @param familyOf empty where nobody knows what family an entry is of
record Entries<T>(Asked<List<T>> asked, Function<T, Optional<IpFamily>> familyOf) {
    /// The entry that is meant for the address of one family. Where none is of that family it is one whose family
    /// nobody knows, or, where none is of a family that the Service has, any: those are found wanting.
    ///
    /// @param all families of the Service
    Optional<Asked<T>> meant(IpFamily family, List<IpFamily> all) {
        boolean strange = all.stream().allMatch(each -> of(each).isEmpty());
        return Stream.of(of(family), of(Optional.empty()), strange ? asked.value() : List.<T>of())
                .flatMap(List::stream)
                .findFirst()
                .map(asked::instead);
    }

    List<T> of(IpFamily family) {
        return of(Optional.of(family));
    }

    private List<T> of(Optional<IpFamily> family) {
        return asked.value().stream()
                .filter(entry -> familyOf.apply(entry).equals(family))
                .toList();
    }
}
