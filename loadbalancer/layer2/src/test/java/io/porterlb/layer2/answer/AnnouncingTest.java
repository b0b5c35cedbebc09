package io.porterlb.layer2.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.layer2.Answer.Start;
import io.porterlb.layer2.AnswerState;
import io.porterlb.layer2.wire.ArpPacket.Operation;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnnouncingTest {
    private static final Duration LONG = Duration.ofMinutes(10);

    private final Clocked time = new Clocked(0);

    static List<IpAddress> addresses() {
        return List.of(Clocked.V4, Clocked.V6);
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void takeOverIsAnnouncedAtOnceAndAgain(IpAddress address) {
        time.want(Start.TAKE_OVER, address);
        assertEquals(new AnswerState.Announcing(), time.state(address));
        time.pass(Duration.ofMinutes(3));
        assertEquals(List.of(0L, 200L, 1_000L, 3_000L, 7_000L, 15_000L, 31_000L, 91_000L, 151_000L), time.times());
        var once = Announcements.announcement(address, Clocked.OWN);
        assertEquals(once, time.frames().subList(0, once.size()));
        assertEquals(9 * once.size(), time.sent.size());
    }

    @Test
    void sameWantedSetChangesNothing() {
        time.want(Start.TAKE_OVER, Clocked.V4);
        time.pass(Duration.ofMillis(100));
        assertTrue(time.table.takeChanged());
        time.want(Start.PROBE, Clocked.V4);
        time.pass(Duration.ofMillis(800));
        assertEquals(List.of(0L, 200L), time.times());
        assertFalse(time.table.takeChanged());
    }

    @Test
    void addressThatIsNoLongerWantedIsSilent() {
        time.want(Start.TAKE_OVER, Clocked.V4, Clocked.V6);
        time.pass(Duration.ofMillis(100));
        time.want(Start.TAKE_OVER, Clocked.V6);
        time.sent.clear();
        time.pass(LONG);
        assertTrue(time.table.reply(Questions.of(Clocked.V4)).isEmpty());
        assertTrue(time.table.reply(Questions.of(Clocked.V6)).isPresent());
        assertFalse(time.frames().stream().anyMatch(Announcements.announcement(Clocked.V4, Clocked.OWN)::contains));
    }

    @Test
    void nothingIsAnnouncedWithoutALeaseAndAllAtOnceWithANewOne() {
        time.leased = false;
        time.want(Start.TAKE_OVER, Clocked.V4);
        time.pass(LONG);
        assertEquals(List.of(), time.times());
        time.leaseBegins();
        time.pass(Duration.ofMillis(300));
        assertEquals(List.of(600_000L, 600_200L), time.times());
    }

    @Test
    void linkThatIsSoonBackIsToldAtOnceWithTheMacAddressThatItHasNow() {
        time.want(Start.TAKE_OVER, Clocked.V4);
        time.pass(LONG);
        time.sent.clear();
        time.linkIsBackAfter(Duration.ofSeconds(2), Clocked.THIRD);
        time.pass(Duration.ofMillis(300));
        assertEquals(List.of(602_000L, 602_200L), time.times());
        assertEquals(
                Announcements.announcement(Clocked.V4, Clocked.THIRD),
                time.frames().subList(0, 2));
    }

    /// RFC 5227 2.1: a host asks when a link becomes active; somebody may have taken the address meanwhile.
    @ParameterizedTest
    @MethodSource("addresses")
    void linkThatWasGoneForLongIsAskedFirst(IpAddress address) {
        time.want(Start.TAKE_OVER, address);
        time.pass(LONG);
        time.table.takeChanged();
        time.linkIsBackAfter(Duration.ofSeconds(4), Clocked.OWN);
        time.want(Start.TAKE_OVER, address);
        assertEquals(new AnswerState.Probing(), time.state(address));
        assertTrue(time.table.takeChanged());
        assertTrue(time.table.reply(Questions.of(address)).isEmpty());
        time.hears(Clocked.claim(address, Clocked.OTHER));
        assertEquals(new AnswerState.Conflict(Clocked.OTHER, false), time.state(address));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void anotherWhoHasTheAddressIsToldOfOnceAndNotFought(IpAddress address) {
        time.want(Start.TAKE_OVER, address);
        time.pass(Duration.ofMillis(1_100));
        time.table.takeChanged();
        time.sent.clear();
        time.hears(Clocked.claim(address, Clocked.OTHER));
        assertEquals(new AnswerState.Conflict(Clocked.OTHER, true), time.state(address));
        assertTrue(time.table.takeChanged());
        for (int i = 0; i < 100; i++) {
            time.hears(Clocked.claim(address, i % 2 == 0 ? Clocked.THIRD : Clocked.OTHER));
            assertTrue(time.table.reply(Clocked.claim(address, Clocked.OTHER)).isEmpty());
        }
        assertFalse(time.table.takeChanged());
        time.pass(Duration.ofSeconds(2));
        assertEquals(List.of(3_000L), time.times(), "the schedule, as if nothing was");
        assertTrue(time.table.reply(Questions.of(address)).isPresent());
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void conflictEndsWhenTheOtherIsSilent(IpAddress address) {
        time.want(Start.TAKE_OVER, address);
        time.pass(LONG);
        time.hears(Clocked.claim(address, Clocked.OTHER));
        time.pass(Duration.ofSeconds(50));
        time.hears(Clocked.claim(address, Clocked.OTHER));
        time.pass(Duration.ofSeconds(50));
        assertEquals(new AnswerState.Conflict(Clocked.OTHER, true), time.state(address));
        time.pass(Duration.ofMinutes(2));
        assertEquals(new AnswerState.Announcing(), time.state(address));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void slowAnnouncementsWaitUntilTheOtherIsSilentForAMinute(IpAddress address) {
        time.want(Start.TAKE_OVER, address);
        time.pass(Duration.ofSeconds(85));
        time.hears(Clocked.claim(address, Clocked.OTHER));
        time.pass(Duration.ofSeconds(30));
        time.hears(Clocked.claim(address, Clocked.OTHER));
        time.sent.clear();
        time.pass(Duration.ofMillis(59_900));
        assertEquals(List.of(), time.times());
        assertEquals(new AnswerState.Conflict(Clocked.OTHER, true), time.state(address));
        time.pass(Duration.ofMillis(400));
        assertEquals(List.of(175_000L, 175_200L), time.times(), "as at first");
        assertEquals(new AnswerState.Announcing(), time.state(address));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void whoeverAnnouncesWhileNoLeaseHoldsIsNoRival(IpAddress address) {
        time.leased = false;
        time.want(Start.TAKE_OVER, address);
        time.hears(Clocked.claim(address, Clocked.OTHER));
        assertEquals(new AnswerState.Announcing(), time.state(address));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void rivalThatSpeaksAfterTheLeaseIsTheRightfulOwner(IpAddress address) {
        time.want(Start.TAKE_OVER, address);
        time.hears(Clocked.claim(address, Clocked.OTHER));
        time.leased = false;
        time.hears(Clocked.claim(address, Clocked.OTHER));
        assertEquals(new AnswerState.Announcing(), time.state(address));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void newLeaseForgetsTheRivalOfTheOneBefore(IpAddress address) {
        time.want(Start.TAKE_OVER, address);
        time.hears(Clocked.claim(address, Clocked.OTHER));
        time.leaseBegins();
        assertEquals(new AnswerState.Announcing(), time.state(address));
        assertTrue(time.table.takeChanged());
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void probeOfAnotherIsAnsweredAndNoConflict(IpAddress address) {
        time.want(Start.TAKE_OVER, address);
        time.hears(Clocked.probe(address, Clocked.OTHER));
        assertEquals(new AnswerState.Announcing(), time.state(address));
        assertTrue(time.table.reply(Clocked.probe(address, Clocked.OTHER)).isPresent());
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void anotherInterfaceOfThisMachineOnTheSameLinkIsNoRival(IpAddress address) {
        time.want(Start.TAKE_OVER, address);
        time.hears(Clocked.claim(address, Clocked.SIBLING));
        assertEquals(new AnswerState.Announcing(), time.state(address));
    }

    @Test
    void announcementThatIsNotSentStaysDue() {
        time.want(Start.TAKE_OVER, Clocked.V4);
        assertEquals(1, time.table.announcements(time.now).size());
        assertEquals(OptionalLong.of(0), time.table.untilDue(true, time.now));
        assertEquals(1, time.table.announcements(time.now).size());
    }

    @Test
    void gratuitousRequestOfAnotherIsAConflictAndNoQuestion() {
        time.want(Start.TAKE_OVER, Clocked.V4);
        var gratuitous = Clocked.arp(Operation.REQUEST, Clocked.OTHER, Clocked.V4, Clocked.V4);
        time.hears(gratuitous);
        assertEquals(new AnswerState.Conflict(Clocked.OTHER, true), time.state(Clocked.V4));
        assertTrue(time.table.reply(gratuitous).isEmpty());
    }

    @Test
    void framesAboutAddressesOfOthersAreOfNoInterest() {
        time.want(Start.TAKE_OVER, Clocked.V4);
        time.table.takeChanged();
        IpAddress other = IpAddress.of("192.0.2.8");
        time.hears(Clocked.claim(other, Clocked.OTHER));
        assertTrue(time.table.reply(Questions.of(other)).isEmpty());
        assertFalse(time.table.takeChanged());
    }
}
