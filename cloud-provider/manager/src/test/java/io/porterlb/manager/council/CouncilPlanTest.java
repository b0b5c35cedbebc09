package io.porterlb.manager.council;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.porterlb.desired.plan.Drain;
import io.porterlb.desired.view.CouncilView;
import io.porterlb.desired.view.Readiness;
import io.porterlb.manager.ANode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Who has a seat as nodes come and go.
class CouncilPlanTest {

    private static CouncilView changed(Nodes nodes) {
        return assertInstanceOf(CouncilPlan.Change.class, nodes.plan()).next();
    }

    @Test
    void nothingIsWrittenWhereNothingHasChanged() {
        Nodes nodes = Nodes.named("abc").council(3, "bca", "bca").reports("a", 3, true);
        assertEquals(new CouncilPlan.Nothing(), nodes.plan());
    }

    @Test
    void aNodeThatComesGetsASeatWhereThereIsOneAndChangesNoOther() {
        Nodes nodes = Nodes.named("abc").council(3, "ba", "ba").reports("c", 3, true);
        assertEquals("4 bac after ba", Nodes.text(changed(nodes)));
        Nodes eight = Nodes.named("abcdefgh").council(3, "gfedcba", "gfedcba").reports("h", 3, true);
        assertEquals(new CouncilPlan.Nothing(), eight.plan());
    }

    /// It may take part, and even live, where no datagram of the others gets to.
    @ParameterizedTest
    @CsvSource({"0, false", "3, false", "2, true"})
    void aNodeThatComesGetsNoSeatBeforeItSaysItselfThatThisCouncilIsInForce(long generation, boolean inForce) {
        Nodes nodes = Nodes.named("abc").council(3, "ba", "ba").reports("a", 3, true);
        assertEquals(
                new CouncilPlan.Nothing(),
                nodes.reports("c", generation, inForce).plan());
    }

    @Test
    void aCouncilThatIsAsWantedLetsGoOfTheOneBefore() {
        Nodes nodes = Nodes.named("abc").council(4, "bac", "ba").reports("c", 4, true);
        assertEquals("5 bac after bac", Nodes.text(changed(nodes)));
    }

    @ParameterizedTest
    @CsvSource({"3, true, false", "4, false, false", "4, true, true"})
    void theNextOneWaitsUntilAnyNodeSaysThatThisOneIsInForce(long generation, boolean inForce, boolean written) {
        Nodes nodes = Nodes.named("abc").council(4, "bac", "ba").reports("b", generation, inForce);
        assertEquals(written, nodes.plan() instanceof CouncilPlan.Change);
    }

    static Stream<ANode> lost() {
        return Stream.of(
                ANode.named("a"),
                Nodes.node("a").deleting(),
                Nodes.node("a").is(Readiness.UNKNOWN),
                Nodes.node("a").taint(Drain.OUT_OF_SERVICE_TAINT),
                Nodes.node("a").taint(Drain.SHUTDOWN_TAINT));
    }

    @ParameterizedTest
    @MethodSource("lost")
    void aNodeThatIsOffOrGoingOrNotHeardOfLosesItsSeat(ANode a) {
        Nodes nodes = Nodes.named("abcdefgh").council(3, "gfedcba", "gfedcba").report("bh", 3, true);
        assertEquals(new CouncilPlan.Nothing(), nodes.plan());
        assertEquals("4 gfedcbh after gfedcba", Nodes.text(changed(nodes.node(a))));
    }

    @Test
    void aNodeThatIsGoneOrTakesPartNoMoreLosesItsSeat() {
        Nodes nodes = Nodes.named("abcdefgh").council(3, "gfedcba", "gfedcba").report("bh", 3, true);
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
