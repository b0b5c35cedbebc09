package io.porterlb.ownership.council.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Rules that random histories break too seldom to count on: each is kept, and all is well, and broken,
/// and two nodes answer for one address.
class RulesThatCountTest {
    @Test
    void anArbiterThatStartsGrantsNothingForATerm() {
        assertEquals(List.of(), restartOfTheArbiterThatKnew(Faults.NONE));
        assertFalse(
                restartOfTheArbiterThatKnew(Faults.GRANTS_AT_ONCE_AFTER_START).isEmpty());
    }

    /// One node lives by the vote of the second arbiter alone, beside its own, and the first wants its addresses.
    private static List<String> restartOfTheArbiterThatKnew(Faults faults) {
        Simulation world = new Simulation(1, 3, 6, false, faults);
        List<String> seats = seats(world);
        world.node(seats.get(0)).offer(Set.of());
        world.node(seats.get(1)).offer(Set.of());
        world.run(2 * Simulation.SECOND);
        world.node(seats.get(0)).offer(Set.of("subnet"));
        world.network().separate(Set.of(seats.get(0)), Set.of(seats.get(2)));
        world.run(Simulation.SECOND);
        world.network().separate(Set.of(seats.get(1)), Set.of(seats.get(2)));
        world.node(seats.get(1)).crash();
        world.start(world.node(seats.get(1)));
        world.run(2 * Simulation.SECOND);
        return world.overlaps();
    }

    @Test
    void aConfigurationFollowsOneThatIsInForce() {
        assertEquals(List.of(), otherCouncilsDuringAPartition(Faults.NONE));
        assertFalse(otherCouncilsDuringAPartition(Faults.HASTY_WRITER).isEmpty());
    }

    /// Most of the first council are cut off when two others follow.
    private static List<String> otherCouncilsDuringAPartition(Faults faults) {
        Simulation world = new Simulation(1, 6, 6, false, faults);
        world.run(2 * Simulation.SECOND);
        Set<String> cutOff = Set.copyOf(seats(world).subList(0, 2));
        world.network().separate(cutOff, without(world, cutOff));
        replaceTheCouncil(world, cutOff);
        return world.overlaps();
    }

    @Test
    void aNodeStartsWithTheNewestConfiguration() {
        assertEquals(List.of(), restartOfAFormerCouncil(Faults.NONE));
        assertFalse(restartOfAFormerCouncil(Faults.OLD_CONFIGURATION).isEmpty());
    }

    private static List<String> restartOfAFormerCouncil(Faults faults) {
        Simulation world = new Simulation(1, 6, 6, false, faults);
        world.run(2 * Simulation.SECOND);
        Set<String> former = Set.copyOf(seats(world).subList(0, 2));
        replaceTheCouncil(world, Set.of());
        assertEquals(3, world.published().generation());
        world.network().separate(former, without(world, former));
        former.forEach(name -> world.node(name).crash());
        former.forEach(name -> world.start(world.node(name)));
        world.run(7 * Simulation.SECOND);
        return world.overlaps();
    }

    @Test
    void onlyNodesThatAreOffAreDeclaredLost() {
        assertEquals(List.of(), lossOfTwoOfThree(true));
        assertFalse(lossOfTwoOfThree(false).isEmpty());
    }

    /// The two are cut off from the third, and the third hears that they are lost.
    private static List<String> lossOfTwoOfThree(boolean off) {
        Simulation world = new Simulation(1, 3, 6, false, Faults.NONE);
        world.run(2 * Simulation.SECOND);
        Set<String> two = Set.copyOf(seats(world).subList(0, 2));
        world.network().separate(two, without(world, two));
        if (off) {
            two.forEach(name -> world.node(name).crash());
        }
        world.run(Simulation.SECOND);
        world.declareLoss(without(world, two));
        world.tellAllBut(two);
        world.run(2 * Simulation.SECOND);
        return world.overlaps();
    }

    /// All seats go to those who have none, and the former council is let go of.
    private static void replaceTheCouncil(Simulation world, Set<String> cutOff) {
        Set<String> everybody = world.nodes().stream().map(SimulatedNode::name).collect(Collectors.toSet());
        for (Set<String> toggled : List.of(everybody, Set.<String>of())) {
            for (int attempt = 0; attempt < 4; attempt++) {
                long before = world.published().generation();
                world.toggleMembers(toggled);
                world.tellAllBut(cutOff);
                world.run(Simulation.SECOND);
                if (world.published().generation() > before) {
                    break;
                }
            }
        }
        world.run(2 * Simulation.SECOND);
    }

    private static List<String> seats(Simulation world) {
        return world.published().council().seats().stream().map(m -> m.name()).toList();
    }

    private static Set<String> without(Simulation world, Set<String> some) {
        return world.nodes().stream()
                .map(SimulatedNode::name)
                .filter(name -> !some.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
