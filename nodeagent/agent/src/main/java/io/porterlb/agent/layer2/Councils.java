package io.porterlb.agent.layer2;

import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.CouncilView;
import io.porterlb.desired.view.CouncilView.Seat;
import io.porterlb.desired.view.CouncilView.Seats;
import io.porterlb.ownership.Configuration;
import io.porterlb.ownership.Council;
import io.porterlb.ownership.Endpoint;
import io.porterlb.ownership.Member;
import java.util.Optional;

/// Turns a PorterCouncil into the words of the library of ownership.
final class Councils {
    private Councils() {}

    /// The one that is stored.
    static Configuration of(ClusterView view) {
        return Optional.ofNullable(view.councils().get(CouncilView.NAME))
                .map(Councils::configuration)
                .orElse(Configuration.NONE);
    }

    private static Configuration configuration(CouncilView council) {
        return new Configuration(council.generation(), council(council.now()), council(council.previous()));
    }

    private static Council council(Seats seats) {
        return new Council(seats.seats().stream().map(Councils::member).toList(), seats.witnessed());
    }

    private static Member member(Seat seat) {
        return new Member(seat.node(), new Endpoint(seat.address(), seat.port()));
    }
}
