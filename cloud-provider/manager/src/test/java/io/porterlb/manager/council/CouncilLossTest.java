package io.porterlb.manager.council;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.desired.plan.Drain;
import io.porterlb.desired.view.CouncilView;
import io.porterlb.desired.view.CouncilView.Seat;
import io.porterlb.desired.view.Readiness;
import io.porterlb.manager.council.CouncilPlan.Reason;
import io.porterlb.manager.council.CouncilPlan.Stuck;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Many seats lost at a time, and what somebody says of them.
class CouncilLossTest {
    /// Of a council whose seats are these, and of one before it where that is not in force.
    private static Nodes council(String seats, String previous, boolean inForce) {
        return Nodes.named(seats + "xyz").council(3, seats, previous).reports("x", 3, inForce);
    }

    private static String changed(Nodes nodes) {
        return Nodes.text(next(nodes));
    }

    private static CouncilView next(Nodes nodes) {
        return assertInstanceOf(CouncilPlan.Change.class, nodes.plan()).next();
    }

    private static void assertStuck(String lost, Nodes nodes) {
        Missing missing = Missing.of(Nodes.letters(lost).toList(), nodes.view().nodes());
        assertEquals(new Stuck(Reason.LOSS, missing), nodes.plan());
    }

    @ParameterizedTest
    @CsvSource({"a, a", "ab, ab", "abc, ab", "abcde, abc", "abcdef, abcd"})
    void whereMostSeatsOrTheLastAreLostTheCouncilStays(String seats, String lost) {
        assertStuck(lost, council(seats, seats, true).silent(lost));
    }

    @ParameterizedTest
    @CsvSource({"ab, a", "abc, a", "abcd, ab", "abcde, ab"})
    void halfOfTheSeatsMayBeTakenAwayAtOnce(String seats, String lost) {
        assertTrue(changed(council(seats, seats, true).silent(lost)).endsWith(" after " + seats));
    }

    @ParameterizedTest
    @CsvSource({"cdxyz, abcd, ab", "axyz, ab, b"})
    void whatFollowsTheLossOfHalfIsNotInForceUntilTheyReturn(String seats, String previous, String lost) {
        assertStuck(lost, council(seats, previous, false).silent(lost));
    }

    /// A rack of new nodes gets seats, and dies before most of them know that.
    @ParameterizedTest
    @CsvSource({"ab, a, b", "abcdefg, abc, defg", "abcdef, abc, def", "bcdefg, abc, defg"})
    void whereNewOnesAreLostBeforeTheyCountThoseBeforeGoOnWithoutThem(String seats, String previous, String lost) {
        Nodes nodes = council(seats, previous, false);
        Nodes.letters(previous).forEach(name -> nodes.node(Nodes.node(name)).reports(name, 3, false));
        Nodes.letters(lost).forEach(nodes::without);
        assertEquals("4 " + previous + " after " + previous, changed(nodes));
    }

    @Test
    void aCouncilThatMayYetGetInForceIsLeftToDoSo() {
        assertEquals(
                new CouncilPlan.Nothing(),
                council("abcdefg", "abc", false).silent("efg").plan());
    }

    @Test
    void whereTheFormerOnesAreLostTooTheyAreTheOnesToBringBack() {
        assertStuck("ab", council("abcdefg", "abc", false).silent("abdefg"));
    }

    @ParameterizedTest
    @CsvSource({"ab, a, b", "abc, ab, c", "abcd, ab, cd", "abcde, abc, de"})
    void whereTheLostAreDeclaredOffThoseThatAreLeftAreTheWholeCouncil(String seats, String lost, String left) {
        assertEquals(
                "4 " + left + " after " + left,
                changed(council(seats, seats, true).declaredOff(lost)));
    }

    @Test
    void whereNoSeatIsLeftTheOthersAreTheCouncil() {
        CouncilView next = next(council("abc", "abc", true).declaredOff("abc"));
        assertEquals(
                Set.of("x", "y", "z"),
                next.now().seats().stream().map(Seat::node).collect(Collectors.toSet()));
        assertEquals(next.now(), next.previous());
    }

    @Test
    void whatIsNotInForceIsDecidedByTheCouncilBefore() {
        assertEquals("4 cd after cd", changed(council("cdxyz", "abcd", false).declaredOff("ab")));
    }

    @Test
    void oneOfTheLostThatNobodyVouchesForIsEnoughToWait() {
        assertStuck("ab", council("abc", "abc", true).declaredOff("a").silent("b"));
    }

    @Test
    void aTaintOnANodeWhoseKubeletIsHeardOfDoesNotVouch() {
        Nodes nodes = council("abc", "abc", true);
        nodes.node(Nodes.node("a").taint(Drain.OUT_OF_SERVICE_TAINT))
                .node(Nodes.node("b").taint(Drain.OUT_OF_SERVICE_TAINT));
        assertStuck("ab", nodes);
    }

    /// It comes from a list of machines, which may have been out of date when the network was cut.
    @Test
    void theTaintOfACloudProviderDoesNotVouch() {
        Nodes nodes = council("ab", "ab", false);
        nodes.node(Nodes.node("b").is(Readiness.UNKNOWN).taint(Drain.SHUTDOWN_TAINT));
        assertStuck("b", nodes);
    }

    @Test
    void aNodeThatIsGoneIsNotOffBeforeTheCouncilsAnnotationSaysSo() {
        Nodes nodes = council("ac", "ab", false).without("b");
        assertStuck("b", nodes);
        assertEquals("4 a after a", changed(nodes.annotated(Set.of("b"))));
    }

    @Test
    void theAnnotationDoesNotCountForANameThatHasANode() {
        assertStuck("b", council("ac", "ab", false).silent("b").annotated(Set.of("b")));
        assertStuck("bc", council("abc", "abc", true).silent("c").without("b").annotated(Set.of("b", "c")));
    }

    @Test
    void withNobodyLeftAtAllTheCouncilStays() {
        Nodes nodes = Nodes.named("ab").council(3, "ab", "ab").reports("a", 3, true);
        assertStuck("ab", nodes.declaredOff("ab"));
    }

    @Test
    void eachOfTheLostIsNamedWithWhatCanBeDoneAboutIt() {
        Nodes nodes = council("abcdefg", "abcdefg", true).silent("ab").declaredOff("c");
        nodes.node(Nodes.node("d").taint(Drain.SHUTDOWN_TAINT)).without("e").without("f");
        nodes.reports("g", Optional.empty());
        assertEquals(
                "Half of the Layer 2 council or more is away, and what is left of it can't give their addresses to"
                        + " others: bring those nodes back. Silent: a, b. If off for good, say so (kubectl taint nodes a b"
                        + " node.kubernetes.io/out-of-service=nodeshutdown:NoExecute). Without a Node: e, f. If off for good,"
                        + " say so (kubectl annotate --overwrite portercouncil layer2 porterlb.io/off=e,f). Tainted as off,"
                        + " with a kubelet that is heard of: d. If it runs, take the taint"
                        + " node.kubernetes.io/out-of-service or node.cloudprovider.kubernetes.io/shutdown off; if not,"
                        + " wait until its kubelet is missed. With a kubelet that is heard of, and no part in Layer 2: g."
                        + " There the agent must run, and the Node have an InternalIP and not be going. Off, as its taint"
                        + " says: c.",
                assertInstanceOf(Stuck.class, nodes.plan()).warning());
    }
}
