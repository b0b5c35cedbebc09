package io.porterlb.manager.council;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.desired.view.CouncilView;
import io.porterlb.desired.view.CouncilView.Seat;
import io.porterlb.desired.view.CouncilView.Seats;
import io.porterlb.desired.view.NodeReport;
import io.porterlb.ownership.Configuration;
import io.porterlb.ownership.Council;
import io.porterlb.ownership.Member;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Judges a council that the manager writes, by how machines really are.
///
/// @param seen the one before
record CouncilCheck(CouncilWorld world, CouncilView seen, CouncilView next) {
    void check() {
        assertEquals(world.nodes.council(), Optional.of(seen));
        assertEquals(seen.generation() + 1, next.generation());
        assertFalse(next.now().equals(seen.now()) && next.previous().equals(seen.previous()), "written for nothing");
        Configuration last = Configurations.configuration(next);
        world.inUse()
                .forEach(used -> assertTrue(
                        neverBoth(used, last), () -> used + " and " + last + " give one address twice, " + world));
        boolean follows = next.previous().equals(deciding());
        if (follows) {
            checkNew();
        } else {
            checkLeft();
        }
    }

    /// Whose votes count in any case, as the reports have it at this moment.
    private Seats deciding() {
        boolean inForce = world.nodes.view().reports().values().stream()
                .map(NodeReport::layer2)
                .flatMap(Optional::stream)
                .anyMatch(report -> report.inForce() && report.generation() == seen.generation());
        return inForce ? seen.now() : seen.previous();
    }

    private void checkNew() {
        Set<String> fresh = names(next.now());
        fresh.removeAll(names(deciding()));
        fresh.retainAll(world.deaf);
        assertEquals(Set.of(), fresh, "get a seat, and can't be spoken to");
    }

    /// Those that are left of who decides are the whole council, and the others are off.
    private void checkLeft() {
        assertEquals(next.now(), next.previous());
        assertNotEquals(Set.of(), names(next.now()));
        Set<String> others = names(deciding());
        boolean anyLeft = others.removeAll(names(next.now()));
        others.retainAll(world.running);
        assertEquals(Set.of(), others, () -> "run and lose their votes: " + Nodes.text(next));
        assertTrue(!anyLeft || names(deciding()).containsAll(names(next.now())), () -> Nodes.text(next));
    }

    /// Whether no address that is kept by the votes of the one can be got by those of the other: of two of
    /// their councils, any that keep it and any that get it have one in common.
    private boolean neverBoth(Configuration used, Configuration last) {
        return Stream.of(used.council(), used.previous())
                .anyMatch(keeps -> Stream.of(last.council(), last.previous())
                        .anyMatch(gets -> meet(keeps.toKeep(), voters(used, keeps), gets.toAcquire(), names(gets))));
    }

    private Set<String> voters(Configuration used, Council council) {
        Set<String> voters = names(council);
        voters.removeIf(name -> !world.votes(name, used));
        return voters;
    }

    private static boolean meet(int keep, Set<String> keepers, int get, Set<String> getters) {
        Set<String> common = new HashSet<>(keepers);
        common.retainAll(getters);
        int keepOfCommon = Math.max(0, keep - (keepers.size() - common.size()));
        int getOfCommon = Math.max(0, get - (getters.size() - common.size()));
        return keepOfCommon + getOfCommon > common.size();
    }

    private static Set<String> names(Council council) {
        return council.seats().stream().map(Member::name).collect(Collectors.toCollection(HashSet::new));
    }

    static Set<String> names(Seats seats) {
        return seats.seats().stream().map(Seat::node).collect(Collectors.toCollection(HashSet::new));
    }
}
