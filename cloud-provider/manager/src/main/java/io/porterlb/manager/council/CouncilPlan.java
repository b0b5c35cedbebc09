package io.porterlb.manager.council;

import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.CouncilView;
import io.porterlb.desired.view.Layer2Report;
import io.porterlb.desired.view.NodeReport;
import io.porterlb.ownership.Configuration;
import io.porterlb.ownership.Council;
import io.porterlb.ownership.Member;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is to be done about the council. Pure; the rules for who writes when are those of [Configuration].
sealed interface CouncilPlan {
    /// Nothing: it is as wanted, or what is stored is not in force yet.
    record Nothing() implements CouncilPlan {}

    /// There is none, and this may be the first.
    ///
    /// @param awaited names of nodes that might be in it, too, if it is made later
    record Found(CouncilView first, Set<String> awaited) implements CouncilPlan {}

    /// The next one is to be written.
    record Change(CouncilView seen, CouncilView next) implements CouncilPlan {}

    /// It stays as it is, though half of its seats or more are lost: those that are left can't put another
    /// one in force, and nobody vouches that the others are off.
    ///
    /// @param lost names of the nodes, in the order of their seats
    record Stuck(List<String> lost) implements CouncilPlan {}

    static CouncilPlan of(ClusterView view, CouncilSettings settings) {
        Candidates candidates = Candidates.of(view, settings.port());
        return Optional.ofNullable(view.councils().get(CouncilView.NAME))
                .map(present -> follow(present, view, candidates, settings))
                .orElseGet(() -> found(view, candidates, settings));
    }

    /// Counts on from what agents know, in case that somebody has deleted the object.
    private static CouncilPlan found(ClusterView view, Candidates candidates, CouncilSettings settings) {
        if (candidates.members().isEmpty()) {
            return new Nothing();
        }
        long known = reports(view).mapToLong(Layer2Report::generation).max().orElse(0);
        Configuration first = Configuration.first(candidates.members(), settings.witnessed());
        return new Found(
                Configurations.view(new Configuration(known + 1, first.council(), first.previous())),
                candidates.awaited());
    }

    private static CouncilPlan follow(
            CouncilView present, ClusterView view, Candidates candidates, CouncilSettings settings) {
        Configuration now = Configurations.configuration(present);
        boolean inForce = isInForce(present, view);
        Council deciding = now.deciding(inForce);
        List<String> lost = lost(deciding, candidates.members());
        int balance = deciding.seats().size() - 2 * lost.size();
        if (balance <= 0 && isVouchedFor(lost, candidates)) {
            return change(present, now.afterLoss(candidates.members(), settings.witnessed(), inForce));
        }
        if (balance < 0 || (balance == 0 && !inForce)) {
            return new Stuck(lost);
        }
        Configuration next = now.next(candidates.members(), settings.witnessed());
        boolean settled = next.council().equals(now.council()) && now.previous().equals(now.council());
        return settled || !inForce ? new Nothing() : change(present, next);
    }

    private static Change change(CouncilView present, Configuration next) {
        return new Change(present, Configurations.view(next));
    }

    private static boolean isVouchedFor(List<String> lost, Candidates candidates) {
        return !lost.isEmpty()
                && candidates.off().containsAll(lost)
                && !candidates.members().isEmpty();
    }

    /// Seats whose nodes are no candidates any more. One whose address alone has changed still has its vote.
    private static List<String> lost(Council council, Set<Member> members) {
        Set<String> names = members.stream().map(Member::name).collect(Collectors.toSet());
        return council.seats().stream()
                .map(Member::name)
                .filter(name -> !names.contains(name))
                .toList();
    }

    /// Any node can tell.
    private static boolean isInForce(CouncilView present, ClusterView view) {
        return reports(view).anyMatch(report -> report.inForce() && report.generation() == present.generation());
    }

    private static Stream<Layer2Report> reports(ClusterView view) {
        return view.reports().values().stream().map(NodeReport::layer2).flatMap(Optional::stream);
    }
}
