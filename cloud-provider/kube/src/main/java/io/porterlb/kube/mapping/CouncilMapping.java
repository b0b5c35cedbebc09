package io.porterlb.kube.mapping;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.view.CouncilView;
import io.porterlb.desired.view.CouncilView.Seat;
import io.porterlb.desired.view.CouncilView.Seats;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.resource.CustomResource;
import io.porterlb.kube.resource.PorterCouncilSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// PorterCouncil to [CouncilView] and back.
public final class CouncilMapping {
    private CouncilMapping() {}

    /// Empty for one with a seat that can't be spoken to: half a council would decide as a whole one does.
    public static Optional<CouncilView> council(CustomResource object) {
        PorterCouncilSpec spec = Json.read(object.spec(), PorterCouncilSpec.class);
        PorterCouncilSpec.Previous previous = spec.previous();
        return seats(spec.seats(), spec.witnessed())
                .flatMap(now -> seats(previous.seats(), previous.witnessed())
                        .map(before -> new CouncilView(
                                object.metadata().name(), spec.generation(), now, before, off(object))));
    }

    private static Set<String> off(CustomResource object) {
        String names = object.metadata().annotations().getOrDefault(CouncilView.OFF, "");
        return Arrays.stream(names.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<Seats> seats(List<PorterCouncilSpec.Seat> specs, boolean witnessed) {
        List<Seat> seats = specs.stream().flatMap(spec -> seat(spec).stream()).toList();
        return seats.size() == specs.size() ? Optional.of(new Seats(seats, witnessed)) : Optional.empty();
    }

    private static Optional<Seat> seat(PorterCouncilSpec.Seat spec) {
        return IpAddress.parse(spec.address()).map(address -> new Seat(spec.node(), address, spec.port()));
    }

    /// `spec` of the object for a council.
    public static PorterCouncilSpec spec(CouncilView council) {
        return new PorterCouncilSpec(
                council.generation(),
                council.now().witnessed(),
                specs(council.now()),
                new PorterCouncilSpec.Previous(council.previous().witnessed(), specs(council.previous())));
    }

    private static List<PorterCouncilSpec.Seat> specs(Seats seats) {
        return seats.seats().stream()
                .map(seat ->
                        new PorterCouncilSpec.Seat(seat.node(), seat.address().toString(), seat.port()))
                .toList();
    }
}
