package io.porterlb.manager.council;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.view.CouncilView;
import io.porterlb.desired.view.CouncilView.Seat;
import io.porterlb.desired.view.Readiness;
import io.porterlb.manager.ANode;
import io.porterlb.manager.council.CouncilPlan.Reason;
import io.porterlb.manager.council.CouncilPlan.Stuck;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The first council, and one in the place of one that the API server has lost.
class CouncilBeginningTest {
    private static CouncilView first(Nodes nodes) {
        return assertInstanceOf(CouncilPlan.Found.class, nodes.plan()).first();
    }

    private static Stuck forgotten(Nodes nodes, String away) {
        return new Stuck(
                Reason.FORGOTTEN,
                Missing.of(Nodes.letters(away).toList(), nodes.view().nodes()));
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
    void whereItIsAnOldOneFromABackupAnotherFollowsAboveWhatAgentsKnow() {
        Nodes nodes = Nodes.named("abc").council(5, "ba", "ba").report("ab", 9, true);
        CouncilPlan.Change change = assertInstanceOf(CouncilPlan.Change.class, nodes.plan());
        assertEquals(nodes.council(), Optional.of(change.seen()));
        assertEquals("10 bac after bac", Nodes.text(change.next()));
    }

    /// Else a part that is cut off could be given a council of its own by deleting the object.
    @Test
    void neitherIsMadeWhileANodeIsAwayThatMayGoByTheOneThatIsLost() {
        for (Nodes nodes : List.of(Nodes.named("abc"), Nodes.named("abc").council(5, "abc", "abc"))) {
            nodes.report("abc", 9, true).silent("bc");
            assertEquals(forgotten(nodes, "bc"), nodes.plan());
            nodes.declaredOff("b");
            assertEquals(forgotten(nodes, "c"), nodes.plan());
            nodes.declaredOff("c");
            assertEquals(new CouncilPlan.Nothing(), nodes.without("a").plan());
            nodes.node(Nodes.node("a")).reports("a", 9, true);
            assertEquals("10 a after a", text(nodes.plan()));
        }
    }

    @Test
    void oneThatNeverKnewACouncilIsNotWaitedFor() {
        assertEquals(
                "10 a after a",
                text(Nodes.named("ab").reports("a", 9, true).silent("b").plan()));
    }

    @Test
    void aNodeThatIsAwayIsNamedWithWhatToDoAboutIt() {
        Nodes nodes = Nodes.named("ab").report("ab", 9, true).silent("b");
        assertEquals(
                "The PorterCouncil was deleted or is an old one, restored from a backup, and another is made only with all"
                        + " nodes that may go by the one that is lost: bring those back that are away. Silent: b. If off for"
                        + " good, say so (kubectl taint nodes b node.kubernetes.io/out-of-service=nodeshutdown:NoExecute).",
                assertInstanceOf(Stuck.class, nodes.plan()).warning());
    }

    private static String text(CouncilPlan plan) {
        return Nodes.text(
                plan instanceof CouncilPlan.Change change
                        ? change.next()
                        : assertInstanceOf(CouncilPlan.Found.class, plan).first());
    }
}
