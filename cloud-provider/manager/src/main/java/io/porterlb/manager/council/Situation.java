package io.porterlb.manager.council;

import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.CouncilView;
import io.porterlb.manager.council.CouncilPlan.Change;
import io.porterlb.manager.council.CouncilPlan.Found;
import io.porterlb.manager.council.CouncilPlan.Nothing;
import io.porterlb.manager.council.CouncilPlan.Reason;
import io.porterlb.manager.council.CouncilPlan.Stuck;
import io.porterlb.ownership.Configuration;
import io.porterlb.ownership.Council;
import io.porterlb.ownership.Member;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// How nodes are, and which council is stored. The rules for who writes when are those of [Configuration].
///
/// @param stored the council; empty where there is none
record Situation(
        ClusterView view, Optional<CouncilView> stored, Reports reports, Candidates candidates, boolean witnessed) {
    static Situation of(ClusterView view, CouncilSettings settings) {
        Reports reports = Reports.of(view);
        return new Situation(
                view,
                Optional.ofNullable(view.councils().get(CouncilView.NAME)),
                reports,
                Candidates.of(view, reports, settings.port()),
                settings.witnessed());
    }

    CouncilPlan plan() {
        return stored.filter(council -> council.generation() >= reports.newestGeneration())
                .map(this::follow)
                .orElseGet(this::begin);
    }

    /// Agents go by no council, or by one that is not known here, as the object was deleted or restored from
    /// a backup. Whoever goes by that one must learn of the new one, so none of them may be away.
    private CouncilPlan begin() {
        List<String> away = view.nodes().keySet().stream()
                .filter(reports::knowsACouncil)
                .filter(node -> !candidates.has(node) && !candidates.off().contains(node))
                .sorted()
                .toList();
        if (!away.isEmpty()) {
            return new Stuck(Reason.FORGOTTEN, missing(away));
        }
        return candidates.members().isEmpty() ? new Nothing() : begun();
    }

    private CouncilPlan begun() {
        Configuration before = stored.map(Configurations::configuration).orElse(Configuration.NONE);
        Council council = before.next(candidates.members(), witnessed).council();
        CouncilView next = Configurations.view(new Configuration(reports.newestGeneration() + 1, council, council));
        return stored.<CouncilPlan>map(seen -> new Change(seen, next))
                .orElseGet(() -> new Found(next, candidates.awaited()));
    }

    private CouncilPlan follow(CouncilView seen) {
        Configuration now = Configurations.configuration(seen);
        boolean inForce = reports.isInForce(seen.generation());
        Losses losses = losses(now.deciding(inForce));
        if (losses.isHalf() && candidates.vouchFor(losses.lost())) {
            return change(seen, now.afterLoss(candidates.members(), witnessed, inForce));
        }
        if (losses.isMost() || (losses.isHalf() && !inForce)) {
            return new Stuck(Reason.LOSS, missing(losses.lost()));
        }
        return inForce ? next(seen, now) : again(seen, now);
    }

    private CouncilPlan next(CouncilView seen, Configuration now) {
        Configuration next = now.next(eligible(now.council(), seen), witnessed);
        boolean settled = next.council().equals(now.council()) && now.previous().equals(now.council());
        return settled ? new Nothing() : change(seen, next);
    }

    /// It gets in force by itself, unless too many of those that were to be new in it are lost.
    private CouncilPlan again(CouncilView seen, Configuration now) {
        return losses(now.council()).isHalf()
                ? change(seen, now.again(eligible(now.previous(), seen), witnessed))
                : new Nothing();
    }

    /// Who has a seat, and who says that the council that is stored is in force. That takes datagrams to most
    /// of it and back: one that can't be spoken to would have a vote that nobody gets.
    private Set<Member> eligible(Council seated, CouncilView seen) {
        Set<String> seats = seated.seats().stream().map(Member::name).collect(Collectors.toSet());
        return candidates.members().stream()
                .filter(member ->
                        seats.contains(member.name()) || reports.saysInForce(member.name(), seen.generation()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Losses losses(Council council) {
        return Losses.of(council, candidates.members());
    }

    private Missing missing(List<String> names) {
        return Missing.of(names, view.nodes());
    }

    private static Change change(CouncilView seen, Configuration next) {
        return new Change(seen, Configurations.view(next));
    }
}
