package io.porterlb.ownership.council.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a network sees, in simulated time.
class PromisesTest {
    private static final long SECOND = Simulation.SECOND;

    private Simulation world = settled(3, 30, 1, false);

    private static Simulation settled(int nodes, int addresses, long seed, boolean witnessed) {
        Simulation settled = new Simulation(seed, nodes, addresses, witnessed, Faults.NONE);
        settled.run(3 * SECOND);
        return settled;
    }

    private static Simulation allSeated(int nodes, boolean witnessed) {
        Simulation settled = new Simulation(1, nodes, nodes, 12, witnessed, Faults.NONE);
        settled.run(3 * SECOND);
        return settled;
    }

    @AfterEach
    void noTwoNodesAnsweredForOneAddress() {
        assertEquals(List.of(), world.overlaps());
    }

    private SimulatedNode node(int which) {
        return world.nodes().get(which);
    }

    private Map<String, Long> loads() {
        return world.owners().values().stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aSilentDeathLeavesAnAddressHalfASecondWithoutAnAnswerAtMost(int dead) {
        long longest = 0;
        for (long seed = 0; seed < 40; seed++) {
            world = settled(3, 30, seed, false);
            world.run(seed * SECOND / 300);
            node(dead).crash();
            longest = Math.max(longest, world.longestGap(SECOND));
            assertEquals(List.of(), Chaos.unowned(world));
        }
        System.out.println("seat " + dead + " dead: " + longest + " ms at most");
        assertTrue(longest > 300 && longest <= 450, longest + " ms");
    }

    @Test
    void aLostNodeMovesItsOwnAddressesOnly() {
        SortedMap<IpAddress, String> before = world.owners();
        node(1).crash();
        world.run(SECOND);
        SortedMap<IpAddress, String> after = world.owners();
        before.values().removeIf(owner -> owner.equals(node(1).name()));
        before.forEach((address, owner) -> assertEquals(owner, after.get(address)));
        assertEquals(15, loads().get(node(0).name()));
    }

    @Test
    void aNodeThatComesBackTakesNothingBack() {
        node(1).crash();
        world.run(SECOND);
        SortedMap<IpAddress, String> before = world.owners();
        world.start(node(1));
        assertEquals(0, world.longestGap(5 * SECOND));
        assertEquals(before, world.owners());
    }

    @Test
    void aThousandAddressesAreSpreadEvenly() {
        world = settled(3, 1000, 1, false);
        assertTrue(loads().values().stream().allMatch(n -> n == 333 || n == 334), loads().toString());
        node(0).crash();
        world.run(SECOND);
        assertEquals(Set.of(500L), Set.copyOf(loads().values()));
    }

    @Test
    void aDrainedNodeHandsOverWithoutAGap() {
        node(0).offer(Set.of());
        long gap = world.longestGap(SECOND);
        assertTrue(gap <= 2, gap + " ms");
        assertEquals(Set.of(), node(0).answersFor());
        assertEquals(List.of(), Chaos.unowned(world));
    }

    @Test
    void aDrainedNodeKeepsWhatNobodyElseMayHave() {
        world = settled(1, 3, 1, false);
        node(0).offer(Set.of());
        assertEquals(0, world.longestGap(SECOND));
    }

    @Test
    void theOthersWaitForANodeThatIsBackSoon() {
        SortedMap<IpAddress, String> before = world.owners();
        node(1).stop(true);
        world.run(5 * SECOND);
        Set<String> meanwhile = loads().keySet();
        world.start(node(1));
        world.run(SECOND);
        assertEquals(Set.of(node(0).name(), "", node(2).name()), meanwhile);
        assertEquals(before, world.owners());
    }

    @Test
    void theOthersWaitSixSeconds() {
        node(1).stop(true);
        long gap = world.longestGap(8 * SECOND);
        assertTrue(gap > 5800 && gap < 6300, gap + " ms");
        assertEquals(List.of(), Chaos.unowned(world));
    }

    @Test
    void aNodeThatStopsForGoodIsReplacedAtOnce() {
        node(1).stop(false);
        long gap = world.longestGap(SECOND);
        assertTrue(gap <= 6, gap + " ms");
    }

    @Test
    void aRollingUpdateMovesNothing() {
        SortedMap<IpAddress, String> before = world.owners();
        for (SimulatedNode node : world.nodes()) {
            node.stop(true);
            world.run(SECOND);
            world.start(node);
            world.run(SECOND);
            assertEquals(before, world.owners());
        }
    }

    @Test
    void aStoppedProcessAnswersForNothingWhenItGoesOn() {
        node(1).freeze();
        long gap = world.longestGap(2 * SECOND);
        node(1).thaw();
        assertEquals(Set.of(), node(1).answersFor());
        assertEquals(0, world.longestGap(SECOND));
        assertTrue(gap <= 450, gap + " ms");
    }

    @Test
    void aNodeThatIsCutOffStopsBeforeAnotherStarts() {
        world.network().separate(Set.of(node(0).name()), Set.of(node(1).name(), node(2).name()));
        long gap = world.longestGap(SECOND);
        assertTrue(gap > 0 && gap <= 450, gap + " ms");
        assertEquals(Set.of(), node(0).answersFor());
    }

    @Test
    void aSingleNodeAlwaysOwns() {
        world = settled(1, 3, 1, false);
        assertEquals(0, world.longestGap(10 * SECOND));
    }

    @Test
    void ofTwoNodesWithoutAWitnessEachKeepsItsOwn() {
        world = settled(2, 10, 1, false);
        SortedMap<IpAddress, String> before = world.owners();
        world.network().separate(Set.of(node(0).name()), Set.of(node(1).name()));
        assertEquals(0, world.longestGap(3 * SECOND));
        assertEquals(before, world.owners());
        node(1).crash();
        world.run(3 * SECOND);
        assertEquals(5, Chaos.unowned(world).size());
    }

    /// Half of the nodes die, and the others go on with what they have.
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 6})
    void whereHalfOfTheNodesDieTheOthersKeepTheirOwnAndGetNothing(int size) {
        world = allSeated(size, false);
        SortedMap<IpAddress, String> before = world.owners();
        List<String> dead = nodes(0, size / 2);
        dead.forEach(name -> world.node(name).crash());
        world.run(10 * SECOND);
        before.replaceAll((_, owner) -> dead.contains(owner) ? "" : owner);
        assertEquals(before, world.owners());
    }

    private List<String> nodes(int from, int to) {
        return world.nodes().subList(from, to).stream().map(SimulatedNode::name).toList();
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "3, 2", "4, 2", "4, 3", "6, 3", "7, 6"})
    void whereTheDeadAreDeclaredLostTheOthersTakeOverAndKeepWhatTheyHave(int size, int dead) {
        world = allSeated(size, false);
        SortedMap<IpAddress, String> before = world.owners();
        nodes(0, dead).forEach(name -> world.node(name).crash());
        world.run(SECOND);
        world.declareLoss(Set.copyOf(nodes(dead, size)));
        world.tellAllBut(Set.of());
        world.run(SECOND);
        assertEquals(List.of(), Chaos.unowned(world));
        before.values().removeAll(nodes(0, dead));
        before.forEach((address, owner) -> assertEquals(owner, world.owners().get(address)));
    }

    @Test
    void newMembersThatDieBeforeTheyCountStopTheOthersUntilTheirConfigurationIsReplaced() {
        world = new Simulation(1, 7, 3, 12, false, Faults.NONE);
        Set<String> rack = Set.copyOf(nodes(3, 7));
        for (int seconds = 0; world.published().generation() == 1; seconds++) {
            assertTrue(seconds < 10, "not in force");
            world.run(SECOND);
            world.toggleMembers(rack);
        }
        rack.forEach(name -> world.node(name).crash());
        world.tellAllBut(Set.of());
        world.run(SECOND);
        assertEquals(12, Chaos.unowned(world).size());
        world.tryAgain(rack);
        world.tellAllBut(Set.of());
        world.run(SECOND);
        assertEquals(List.of(), Chaos.unowned(world));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 6})
    void whereHalfOfTheNodesDieTheOthersTakeOverWithTheWitness(int size) {
        world = allSeated(size, true);
        SortedMap<IpAddress, String> before = world.owners();
        List<String> dead = nodes(0, size / 2);
        dead.forEach(name -> world.node(name).crash());
        world.run(4 * SECOND);
        assertEquals(List.of(), Chaos.unowned(world));
        assertEquals(Set.of(24L / size), Set.copyOf(loads().values()));
        before.values().removeAll(dead);
        before.forEach((address, owner) -> assertEquals(owner, world.owners().get(address)));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 6})
    void ofTwoSeparatedHalvesTheWitnessDecides(int size) {
        world = allSeated(size, true);
        Set<String> half = Set.copyOf(nodes(0, size / 2));
        world.network().separate(half, Set.copyOf(nodes(size / 2, size)));
        world.run(4 * SECOND);
        assertEquals(List.of(), Chaos.unowned(world));
        boolean first = half.containsAll(loads().keySet());
        assertEquals(Set.copyOf(first ? half : nodes(size / 2, size)), loads().keySet());
    }

    /// It may have fewer than others, so it is not the nodes' loads that bring it its own back.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aNodeThatRestartsGetsWhatItHadThoughOthersHaveLess(int which) {
        List<String> others = nodes(0, 3).stream()
                .filter(name -> !name.equals(node(which).name()))
                .toList();
        others.forEach(name -> world.node(name).offer(Set.of()));
        world.run(SECOND);
        others.forEach(name -> world.node(name).offer(Set.of("subnet")));
        world.run(SECOND);
        assertEquals(Map.of(node(which).name(), 30L), loads());
        node(which).stop(true);
        world.run(SECOND * 3);
        world.start(node(which));
        world.run(SECOND * 2);
        assertEquals(Map.of(node(which).name(), 30L), loads());
    }

    @Test
    void nodesThatStartTogetherShareEvenlyWhoeverIsFirst() {
        world = new Simulation(1, 4, 4, 40, false, Faults.NONE);
        List<SimulatedNode> late = world.nodes().subList(1, 4);
        late.forEach(SimulatedNode::crash);
        for (SimulatedNode node : late) {
            world.run(SECOND / 2);
            world.start(node);
        }
        world.run(4 * SECOND);
        assertEquals(Set.of(10L), Set.copyOf(loads().values()));
    }

    @Test
    void nodesThatAreTooLateAreNotWaitedFor() {
        world = new Simulation(1, 3, 30, false, Faults.NONE);
        node(1).crash();
        world.run(6 * SECOND);
        assertEquals(List.of(), Chaos.unowned(world));
    }

    @Test
    void anAddressThatIsWantedNoLongerIsLetGoOf() {
        IpAddress address = world.owners().firstKey();
        world.want(address, Optional.empty());
        world.run(SECOND);
        assertTrue(world.nodes().stream().noneMatch(n -> n.answersFor().contains(address)));
    }
}
