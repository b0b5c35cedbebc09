package io.porterlb.manager.council;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.plan.Drain;
import io.porterlb.desired.view.CouncilView;
import io.porterlb.desired.view.CouncilView.Seat;
import io.porterlb.desired.view.Readiness;
import io.porterlb.manager.ANode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CouncilPlanTest {
    private static final String OUT_OF_SERVICE = "node.kubernetes.io/out-of-service";
    private static final String SHUTDOWN = "node.cloudprovider.kubernetes.io/shutdown";

    private static CouncilView changed(Nodes nodes) {
        return assertInstanceOf(CouncilPlan.Change.class, nodes.plan()).next();
    }

    private static CouncilView first(Nodes nodes) {
        return assertInstanceOf(CouncilPlan.Found.class, nodes.plan()).first();
    }

    @Test
    void withoutAnAgentThatTakesPartThereIsNoCouncil() {
        Nodes nodes = Nodes.named("").node(Nodes.node("a")).reports("a", Optional.empty());
        assertEquals(new CouncilPlan.Nothing(), nodes.plan());
    }

    @ParameterizedTest
    @CsvSource({"a, 1", "ab, 2", "abcd, 4", "abcdefg, 7", "abcdefghi, 7"})
    void upToSevenNodesHaveASeat(String names, int seats) {
        CouncilView first = first(Nodes.named(names));
        assertEquals(1, first.generation());
        assertEquals(seats, first.now().seats().size());
        assertEquals(first.now(), first.previous());
    }

    @Test
    void aSeatIsSpokenToAtTheFirstInternalAddress() {
        Seat seat = first(Nodes.named("a")).now().seats().getFirst();
        assertEquals(new Seat("a", IpAddress.of(Nodes.address("a")), Nodes.PORT), seat);
    }

    @Test
    void nodesWhoseAgentHasNotSaidThatItTakesPartAreAwaited() {
        Nodes nodes =
                Nodes.named("a").node(Nodes.node("b")).node(Nodes.node("c")).reports("c", Optional.empty());
        nodes.node(ANode.named("without-address")).node(Nodes.node("x").is(Readiness.UNKNOWN));
        assertEquals(
                Set.of("b", "c"),
                assertInstanceOf(CouncilPlan.Found.class, nodes.plan()).awaited());
    }

    @Test
    void whereTheObjectWasDeletedGenerationsCountOn() {
        assertEquals(8, first(Nodes.named("ab").reports("b", 7, true)).generation());
    }

    @Test
    void nothingIsWrittenWhereNothingHasChanged() {
        Nodes nodes = Nodes.named("abc").council(3, "bca", "bca").reports("a", 3, true);
        assertEquals(new CouncilPlan.Nothing(), nodes.plan());
    }

    @Test
    void aNodeThatComesGetsASeatWhereThereIsOneAndChangesNoOther() {
        Nodes nodes = Nodes.named("abc").council(3, "ba", "ba").reports("a", 3, true);
        assertEquals("4 bac after ba", Nodes.text(changed(nodes)));
        Nodes eight = Nodes.named("abcdefgh").council(3, "gfedcba", "gfedcba").reports("a", 3, true);
        assertEquals(new CouncilPlan.Nothing(), eight.plan());
    }

    @Test
    void aCouncilThatIsAsWantedLetsGoOfTheOneBefore() {
        Nodes nodes = Nodes.named("abc").council(4, "bac", "ba").reports("c", 4, true);
        assertEquals("5 bac after bac", Nodes.text(changed(nodes)));
    }

    @ParameterizedTest
    @CsvSource({"3, true, false", "4, false, false", "5, true, false", "4, true, true"})
    void theNextOneWaitsUntilAnyNodeSaysThatThisOneIsInForce(long generation, boolean inForce, boolean written) {
        Nodes nodes = Nodes.named("abc").council(4, "bac", "ba").reports("b", generation, inForce);
        assertEquals(written, nodes.plan() instanceof CouncilPlan.Change);
    }

    static Stream<ANode> lost() {
        return Stream.of(
                ANode.named("a"),
                Nodes.node("a").deleting(),
                Nodes.node("a").is(Readiness.UNKNOWN),
                Nodes.node("a").taint(OUT_OF_SERVICE),
                Nodes.node("a").taint(SHUTDOWN));
    }

    @ParameterizedTest
    @MethodSource("lost")
    void aNodeThatIsOffOrGoingOrNotHeardOfLosesItsSeat(ANode a) {
        Nodes nodes = Nodes.named("abcdefgh").council(3, "gfedcba", "gfedcba").reports("b", 3, true);
        assertEquals(new CouncilPlan.Nothing(), nodes.plan());
        assertEquals("4 gfedcbh after gfedcba", Nodes.text(changed(nodes.node(a))));
    }

    @Test
    void aNodeThatIsGoneOrTakesPartNoMoreLosesItsSeat() {
        Nodes nodes = Nodes.named("abcdefgh").council(3, "gfedcba", "gfedcba").reports("b", 3, true);
        assertEquals("4 gfedcbh after gfedcba", Nodes.text(changed(nodes.reports("a", Optional.empty()))));
        assertEquals("4 gfedcbh after gfedcba", Nodes.text(changed(nodes.without("a"))));
    }

    static Stream<ANode> seated() {
        return Stream.of(
                Nodes.node("a").annotation(Drain.ANNOTATION, "true"),
                Nodes.node("a").label("node.kubernetes.io/exclude-from-external-load-balancers", ""),
                Nodes.node("a").is(Readiness.NOT_READY),
                Nodes.node("a").is(Readiness.SHUTTING_DOWN));
    }

    @ParameterizedTest
    @MethodSource("seated")
    void aNodeThatLivesKeepsItsSeatThoughItTakesNoTraffic(ANode a) {
        Nodes nodes = Nodes.named("bcd").node(a).reports("a", 3, true).council(3, "bcda", "bcda");
        assertEquals(new CouncilPlan.Nothing(), nodes.plan());
    }

    @Test
    void aSeatFollowsItsNodesAddressAndAllOfThemMayChangeAtOnce() {
        Nodes nodes = Nodes.named("").council(3, "ab", "ab");
        for (String name : List.of("a", "b")) {
            nodes.node(ANode.named(name).addresses("InternalIP", "198.51.100." + (int) name.charAt(0)))
                    .reports(name, 3, true);
        }
        CouncilView next = changed(nodes);
        assertEquals("4 ab after ab", Nodes.text(next));
        assertEquals(
                List.of("198.51.100.97", "198.51.100.98"),
                next.now().seats().stream()
                        .map(seat -> seat.address().toString())
                        .toList());
    }

    /// Of a council whose seats are these, and of one before it where that is not in force.
    private static Nodes council(String seats, String previous, boolean inForce) {
        return Nodes.named(seats + "xyz").council(3, seats, previous).reports("x", 3, inForce);
    }

    private static CouncilPlan stuck(String lost) {
        return new CouncilPlan.Stuck(Nodes.letters(lost).toList());
    }

    @ParameterizedTest
    @CsvSource({"a, a", "ab, ab", "abc, ab", "abcde, abc", "abcdef, abcd"})
    void whereMostSeatsOrTheLastAreLostTheCouncilStays(String seats, String lost) {
        Nodes nodes = council(seats, seats, true);
        Nodes.letters(lost).forEach(name -> nodes.node(Nodes.node(name).is(Readiness.UNKNOWN)));
        assertEquals(stuck(lost), nodes.plan());
    }

    @ParameterizedTest
    @CsvSource({"ab, a", "abc, a", "abcd, ab", "abcde, ab"})
    void halfOfTheSeatsMayBeTakenAwayAtOnce(String seats, String lost) {
        Nodes nodes = council(seats, seats, true);
        Nodes.letters(lost).forEach(name -> nodes.node(Nodes.node(name).is(Readiness.UNKNOWN)));
        assertTrue(Nodes.text(changed(nodes)).endsWith(" after " + seats));
    }

    @ParameterizedTest
    @CsvSource({"cdxyz, abcd, ab", "axyz, ab, b"})
    void whatFollowsTheLossOfHalfIsNotInForceUntilTheyReturn(String seats, String previous, String lost) {
        Nodes nodes = Nodes.named(seats + "xyz").council(4, seats, previous).reports("x", 4, false);
        Nodes.letters(lost).forEach(name -> nodes.node(Nodes.node(name).is(Readiness.UNKNOWN)));
        assertEquals(stuck(lost), nodes.plan());
    }

    private static void declareOff(Nodes nodes, String names) {
        Nodes.letters(names)
                .forEach(name ->
                        nodes.node(Nodes.node(name).is(Readiness.UNKNOWN).taint(OUT_OF_SERVICE)));
    }

    @ParameterizedTest
    @CsvSource({"ab, a, b", "abc, ab, c", "abcd, ab, cd", "abcde, abc, de"})
    void whereTheLostAreDeclaredOffThoseThatAreLeftAreTheWholeCouncil(String seats, String lost, String left) {
        Nodes nodes = council(seats, seats, true);
        declareOff(nodes, lost);
        assertEquals("4 " + left + " after " + left, Nodes.text(changed(nodes)));
    }

    @Test
    void whereNoSeatIsLeftTheOthersAreTheCouncil() {
        Nodes nodes = council("abc", "abc", true);
        declareOff(nodes, "abc");
        CouncilView next = changed(nodes);
        assertEquals(Set.of("x", "y", "z"), names(next));
        assertEquals(next.now(), next.previous());
    }

    private static Set<String> names(CouncilView council) {
        return council.now().seats().stream().map(Seat::node).collect(Collectors.toSet());
    }

    @Test
    void whatIsNotInForceIsDecidedByTheCouncilBefore() {
        Nodes nodes = council("cdxyz", "abcd", false);
        declareOff(nodes, "ab");
        assertEquals("4 cd after cd", Nodes.text(changed(nodes)));
    }

    @Test
    void oneOfTheLostThatNobodyVouchesForIsEnoughToWait() {
        Nodes nodes = council("abc", "abc", true);
        declareOff(nodes, "a");
        nodes.node(Nodes.node("b").is(Readiness.UNKNOWN));
        assertEquals(stuck("ab"), nodes.plan());
    }

    @Test
    void aTaintOnANodeWhoseKubeletIsHeardOfDoesNotVouch() {
        Nodes nodes = council("abc", "abc", true);
        nodes.node(Nodes.node("a").taint(OUT_OF_SERVICE)).node(Nodes.node("b").taint(SHUTDOWN));
        assertEquals(stuck("ab"), nodes.plan());
    }

    @Test
    void withNobodyLeftAtAllTheCouncilStays() {
        Nodes nodes = Nodes.named("ab").council(3, "ab", "ab").reports("a", 3, true);
        declareOff(nodes, "ab");
        assertEquals(stuck("ab"), nodes.plan());
    }

    @Test
    void aWitnessIsAskedAsTheFlagSays() {
        Nodes nodes = Nodes.named("ab").council(3, "ab", "ab").reports("x", 3, true);
        CouncilPlan plan = CouncilPlan.of(nodes.view(), new CouncilSettings(Nodes.PORT, true));
        CouncilView next = assertInstanceOf(CouncilPlan.Change.class, plan).next();
        assertEquals(
                List.of(true, false),
                List.of(next.now().witnessed(), next.previous().witnessed()));
    }
}
