package io.porterlb.layer2.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.layer2.Answer.Start;
import io.porterlb.layer2.AnswerState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// RFC 5227 2.1.1 and RFC 4862 5.4, before the first announcement.
class ProbingTest {
    private static final Duration LONG = Duration.ofSeconds(8);

    private final Clocked time = new Clocked(0.5);

    static List<IpAddress> addresses() {
        return List.of(Clocked.V4, Clocked.V6);
    }

    @Test
    void threeArpProbesThenAnnouncements() {
        time.want(Start.PROBE, Clocked.V4);
        time.pass(Duration.ofMillis(5_600));
        assertEquals(List.of(500L, 2_000L, 3_500L, 5_500L), time.times());
        var probe = Announcements.probe(Clocked.V4, Clocked.OWN);
        assertEquals(
                List.of(probe, probe, probe).stream().flatMap(List::stream).toList(),
                time.frames().subList(0, 3));
        assertEquals(
                Announcements.announcement(Clocked.V4, Clocked.OWN),
                time.frames().subList(3, 5));
    }

    @Test
    void oneSolicitationThenAnnouncements() {
        time.want(Start.PROBE, Clocked.V6);
        time.pass(Duration.ofMillis(1_600));
        assertEquals(List.of(500L, 1_500L), time.times());
        assertEquals(
                List.of(
                        Announcements.probe(Clocked.V6, Clocked.OWN).getFirst(),
                        Announcements.announcement(Clocked.V6, Clocked.OWN).getFirst()),
                time.frames());
    }

    @Test
    void probeThatIsNotSentStaysDue() {
        time.want(Start.PROBE, Clocked.V4);
        time.now += Duration.ofSeconds(5).toNanos();
        assertEquals(1, time.table.probes(time.now).size());
        time.now += Duration.ofSeconds(5).toNanos();
        time.pass(Duration.ofMillis(3_100));
        assertEquals(List.of(10_000L, 11_500L, 13_000L), time.times());
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void anotherInterfaceOfThisMachineThatProbesTooIsNoConflict(IpAddress address) {
        time.want(Start.PROBE, address);
        time.hears(Clocked.probe(address, Clocked.SIBLING));
        assertEquals(new AnswerState.Probing(), time.state(address));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void nothingIsAnsweredBeforeTheEnd(IpAddress address) {
        time.want(Start.PROBE, address);
        assertEquals(new AnswerState.Probing(), time.state(address));
        assertTrue(time.table.reply(Questions.of(address)).isEmpty());
        time.pass(LONG);
        assertEquals(new AnswerState.Announcing(), time.state(address));
        assertTrue(time.table.reply(Questions.of(address)).isPresent());
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void addressThatSomebodyHasIsNotTaken(IpAddress address) {
        time.want(Start.PROBE, address);
        time.pass(Duration.ofMillis(1_200));
        time.hears(Clocked.claim(address, Clocked.OTHER));
        assertEquals(new AnswerState.Conflict(Clocked.OTHER, false), time.state(address));
        assertTrue(time.table.reply(Questions.of(address)).isEmpty());
        int probes = time.sent.size();
        time.pass(Duration.ofSeconds(59));
        assertEquals(probes, time.sent.size());
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void addressThatSomebodyElseProbesForIsNotTaken(IpAddress address) {
        time.want(Start.PROBE, address);
        time.hears(Clocked.probe(address, Clocked.OTHER));
        assertEquals(new AnswerState.Conflict(Clocked.OTHER, false), time.state(address));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void ownFramesThatALoopBringsBackAreNoConflict(IpAddress address) {
        time.want(Start.PROBE, address);
        time.hears(Clocked.probe(address, Clocked.OWN));
        time.hears(Clocked.claim(address, Clocked.OWN));
        assertEquals(new AnswerState.Probing(), time.state(address));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void addressInUseIsAskedForEachMinuteAndTakenWhenItIsFree(IpAddress address) {
        time.want(Start.PROBE, address);
        time.hears(Clocked.claim(address, Clocked.OTHER));
        time.table.takeChanged();
        time.pass(Duration.ofMillis(60_600));
        assertEquals(List.of(60_500L), time.times());
        assertEquals(new AnswerState.Conflict(Clocked.OTHER, false), time.state(address), "still, while it asks");
        assertEquals(false, time.table.takeChanged());
        time.pass(LONG);
        assertEquals(new AnswerState.Announcing(), time.state(address));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void orderToTakeOverEndsTheProbes(IpAddress address) {
        time.want(Start.PROBE, address);
        time.pass(Duration.ofMillis(600));
        time.sent.clear();
        time.want(Start.TAKE_OVER, address);
        time.pass(Duration.ofMillis(100));
        assertEquals(new AnswerState.Announcing(), time.state(address));
        assertEquals(Announcements.announcement(address, Clocked.OWN), time.frames());
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void orderToTakeOverCountsForAnAddressInUseToo(IpAddress address) {
        time.want(Start.PROBE, address);
        time.hears(Clocked.claim(address, Clocked.OTHER));
        time.want(Start.TAKE_OVER, address);
        assertEquals(new AnswerState.Announcing(), time.state(address));
        assertTrue(time.table.reply(Questions.of(address)).isPresent());
    }

    /// Who has the lease now probes for it, too: it would be a conflict for him.
    @ParameterizedTest
    @MethodSource("addresses")
    void nothingIsAskedWithoutALeaseAndOnceMoreAtLeastWithANewOne(IpAddress address) {
        time.want(Start.PROBE, address);
        time.pass(Duration.ofMillis(600));
        assertEquals(List.of(500L), time.times());
        time.leased = false;
        time.pass(LONG);
        assertEquals(List.of(500L), time.times());
        time.sent.clear();
        time.leaseBegins();
        time.pass(Duration.ofMillis(600));
        assertEquals(Announcements.probe(address, Clocked.OWN), time.frames());
        assertEquals(List.of(9_100L), time.times());
    }

    @Test
    void newLeaseAfterTheLastProbeAsksOnceMoreAndWaitsForAnAnswer() {
        time.want(Start.PROBE, Clocked.V4);
        time.pass(Duration.ofSeconds(5));
        time.sent.clear();
        time.leaseBegins();
        time.pass(LONG);
        assertEquals(Announcements.probe(Clocked.V4, Clocked.OWN), time.frames().subList(0, 1));
        assertEquals(List.of(5_500L, 7_500L), time.times().subList(0, 2));
        assertEquals(new AnswerState.Announcing(), time.state(Clocked.V4));
    }

    @Test
    void addressThatWasFoundInUseWaitsForItsMinuteUnderANewLeaseToo() {
        time.want(Start.PROBE, Clocked.V4);
        time.hears(Clocked.claim(Clocked.V4, Clocked.OTHER));
        time.leaseBegins();
        time.pass(Duration.ofSeconds(59));
        assertEquals(List.of(), time.times());
        assertEquals(new AnswerState.Conflict(Clocked.OTHER, false), time.state(Clocked.V4));
    }

    /// Many of them at once would flood the link.
    @Test
    void addressThatComesBeforeTheLeaseIsStillAskedForAtARandomTime() {
        time.leased = false;
        time.want(Start.PROBE, Clocked.V4);
        time.pass(Duration.ofSeconds(3));
        time.leaseBegins();
        time.pass(Duration.ofMillis(600));
        assertEquals(List.of(3_500L), time.times());
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void whoIsHeardWithoutALeaseIsNoConflict(IpAddress address) {
        time.want(Start.PROBE, address);
        time.pass(Duration.ofMillis(600));
        time.leased = false;
        time.hears(Clocked.probe(address, Clocked.OTHER));
        time.hears(Clocked.claim(address, Clocked.OTHER));
        assertEquals(new AnswerState.Probing(), time.state(address));
        time.leaseBegins();
        time.hears(Clocked.claim(address, Clocked.OTHER));
        assertEquals(new AnswerState.Conflict(Clocked.OTHER, false), time.state(address));
    }

    @Test
    void linkThatComesBackIsAskedFromTheBegin() {
        time.want(Start.PROBE, Clocked.V4);
        time.pass(Duration.ofSeconds(3));
        time.sent.clear();
        time.linkIsBackAfter(Duration.ZERO, Clocked.THIRD);
        time.pass(Duration.ofMillis(5_100));
        assertEquals(List.of(3_500L, 5_000L, 6_500L), time.times());
        assertEquals(
                Announcements.probe(Clocked.V4, Clocked.THIRD), time.frames().subList(0, 1));
    }
}
