package io.porterlb.manager.council;

import io.porterlb.desired.view.CouncilView;
import io.porterlb.desired.view.CouncilView.Seat;
import io.porterlb.desired.view.CouncilView.Seats;
import io.porterlb.ownership.Configuration;
import io.porterlb.ownership.Council;
import io.porterlb.ownership.Endpoint;
import io.porterlb.ownership.Member;
import java.util.Set;

/// [Configuration] of the agents to [CouncilView] of the cluster and back.
final class Configurations {
    private Configurations() {}

    static Configuration configuration(CouncilView view) {
        return new Configuration(view.generation(), council(view.now()), council(view.previous()));
    }

    private static Council council(Seats seats) {
        return new Council(seats.seats().stream().map(Configurations::member).toList(), seats.witnessed());
    }

    private static Member member(Seat seat) {
        return new Member(seat.node(), new Endpoint(seat.address(), seat.port()));
    }

    static CouncilView view(Configuration configuration) {
        return new CouncilView(
                CouncilView.NAME,
                configuration.generation(),
                seats(configuration.council()),
                seats(configuration.previous()),
                Set.of());
    }

    private static Seats seats(Council council) {
        return new Seats(council.seats().stream().map(Configurations::seat).toList(), council.witnessed());
    }

    private static Seat seat(Member member) {
        return new Seat(
                member.name(), member.endpoint().address(), member.endpoint().port());
    }
}
