package io.porterlb.layer2.speaker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.address.MacAddress;
import io.porterlb.layer2.Answer;
import io.porterlb.layer2.Answer.Start;
import io.porterlb.layer2.AnswerState;
import io.porterlb.layer2.AnswerStatus;
import io.porterlb.layer2.Layer2Listener;
import io.porterlb.layer2.answer.AnswerTable;
import io.porterlb.layer2.answer.Lease;
import io.porterlb.layer2.net.Link;
import io.porterlb.layer2.wire.ArpPacket;
import io.porterlb.layer2.wire.ArpPacket.Operation;
import io.porterlb.layer2.wire.Frame;
import io.porterlb.layer2.wire.NeighborAdvertisement;
import io.porterlb.layer2.wire.NeighborSolicitation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Turns at a link, with orders and leases that come in between.
class LinkServiceTest {
    private static final MacAddress OWN = MacAddress.of("02:00:5e:00:53:01");
    private static final MacAddress OTHER = MacAddress.of("02:00:5e:00:53:02");
    private static final IpAddress ADDRESS = IpAddress.of("192.0.2.7");
    private static final List<Answer> WANTED = List.of(new Answer(ADDRESS, "eth0", Start.TAKE_OVER));
    private static final Frame QUESTION = new Frame(
            MacAddress.BROADCAST,
            OTHER,
            new ArpPacket(Operation.REQUEST, OTHER, IpAddress.of("192.0.2.9"), MacAddress.ZERO, ADDRESS));
    private static final Frame CLAIM = new Frame(
            MacAddress.BROADCAST, OTHER, new ArpPacket(Operation.REPLY, OTHER, ADDRESS, MacAddress.ZERO, ADDRESS));

    private final FakeExchange exchange = new FakeExchange();
    private final List<String> told = new ArrayList<>();
    private final Permit permit = new Permit(Lease.over(System.nanoTime()));
    private final Reporter reporter = new Reporter("eth0", new Layer2Listener() {
        @Override
        public void changed(AnswerStatus status) {
            told.add(status.address() + " is there");
        }

        @Override
        public void gone(IpAddress address, String device) {
            told.add(address + " is gone from " + device);
        }
    });
    private final AnswerTable table = new AnswerTable(() -> 0, OWN::equals);
    private final LinkService service = service();

    private LinkService service() {
        return new LinkService("eth0", new Link.Up(1, OWN, true), exchange, table, permit, reporter);
    }

    private void leaseBegins() {
        permit.until(System.nanoTime() + Duration.ofMinutes(5).toNanos(), System.nanoTime());
    }

    private void leaseEnds() {
        permit.until(System.nanoTime(), System.nanoTime());
    }

    private static boolean isReply(Frame frame) {
        return frame.destination().equals(OTHER);
    }

    @Test
    void whoWasToldOfAnAddressIsToldOnceThatItIsGone() throws Exception {
        for (List<Answer> wanted : List.of(WANTED, WANTED, List.<Answer>of(), List.<Answer>of())) {
            service.turn(permit.lease(), wanted);
            service.report();
        }
        assertEquals(List.of(ADDRESS + " is there", ADDRESS + " is gone from eth0"), told);
    }

    /// [io.porterlb.layer2.Layer2Speaker#announce] without it, then `answerUntil`, while a turn has the
    /// old set.
    @Test
    void addressThatWasGivenUpBeforeALeaseIsNotSpokenForUnderIt() throws Exception {
        service.turn(permit.lease(), WANTED);
        Lease before = permit.lease();
        leaseBegins();
        exchange.comes(QUESTION);
        service.turn(before, WANTED);
        exchange.comes(QUESTION);
        service.turn(permit.lease(), List.of());
        assertEquals(List.of(), exchange.sent());
    }

    @Test
    void leaseThatBeginsAmidATurnCountsFromTheNextOneOn() throws Exception {
        exchange.comes(QUESTION);
        exchange.whenFramesAreTaken = this::leaseBegins;
        service.turn(permit.lease(), WANTED);
        assertEquals(List.of(), exchange.sent());
        service.turn(permit.lease(), WANTED);
        assertEquals(2, exchange.sent().size());
    }

    @Test
    void whatWaitedWhenALeaseBeginsIsNotAnsweredAndWhatComesAfterIs() throws Exception {
        service.turn(permit.lease(), WANTED);
        leaseBegins();
        exchange.comes(QUESTION);
        service.turn(permit.lease(), WANTED);
        assertEquals(
                0, exchange.sent().stream().filter(LinkServiceTest::isReply).count());
        exchange.comes(QUESTION);
        service.turn(permit.lease(), WANTED);
        assertEquals(
                1, exchange.sent().stream().filter(LinkServiceTest::isReply).count());
    }

    @Test
    void claimThatWaitedWhenALeaseBeginsIsNoConflictAndOneThatComesAfterIs() throws Exception {
        service.turn(permit.lease(), WANTED);
        leaseBegins();
        exchange.comes(CLAIM);
        service.turn(permit.lease(), WANTED);
        service.report();
        assertEquals(new AnswerState.Announcing(), reporter.states().get(ADDRESS));
        exchange.comes(CLAIM);
        service.turn(permit.lease(), WANTED);
        service.report();
        assertEquals(new AnswerState.Conflict(OTHER, true), reporter.states().get(ADDRESS));
    }

    /// The last words of who had it until now.
    @ParameterizedTest
    @EnumSource(Start.class)
    void claimThatWaitedWhenAnAddressComesIsNoConflictAndOneThatComesAfterIs(Start start) throws Exception {
        List<Answer> wanted = List.of(new Answer(ADDRESS, "eth0", start));
        leaseBegins();
        service.turn(permit.lease(), List.of());
        exchange.comes(CLAIM);
        service.turn(permit.lease(), wanted);
        service.report();
        assertFalse(reporter.states().get(ADDRESS) instanceof AnswerState.Conflict);
        exchange.comes(CLAIM);
        service.turn(permit.lease(), wanted);
        service.report();
        assertTrue(reporter.states().get(ADDRESS) instanceof AnswerState.Conflict);
    }

    @Test
    void questionThatWaitedWhenAnAddressGoesIsNotAnswered() throws Exception {
        leaseBegins();
        service.turn(permit.lease(), WANTED);
        exchange.comes(QUESTION);
        service.turn(permit.lease(), List.of());
        assertEquals(
                0, exchange.sent().stream().filter(LinkServiceTest::isReply).count());
    }

    @Test
    void addressThatWasGivenUpWhileTheLinkWasAwayIsNotAnnouncedWhenItIsBack() throws Exception {
        leaseBegins();
        service.turn(permit.lease(), WANTED);
        exchange.done.clear();
        service().turn(permit.lease(), List.of());
        assertEquals(List.of(), exchange.sent());
    }

    @Test
    void leaseThatEndsBetweenTwoFramesEndsThem() throws Exception {
        leaseBegins();
        exchange.afterSending = this::leaseEnds;
        service.turn(permit.lease(), WANTED);
        assertEquals(1, exchange.sent().size());
    }

    @Test
    void whatTheKernelDoesNotTakeIsSentAgainAfterAPause() throws Exception {
        leaseBegins();
        exchange.full = true;
        long rest = service.turn(permit.lease(), WANTED).orElseThrow();
        assertTrue(rest >= Duration.ofMillis(100).toNanos(), () -> rest + " ns");
        exchange.full = false;
        service.turn(permit.lease(), WANTED);
        assertEquals(2, exchange.sent().size());
    }

    @Test
    void groupsAreJoinedAfterAnnouncementsAndBeforeProbes() throws Exception {
        IpAddress taken = IpAddress.of("2001:db8::7");
        IpAddress asked = IpAddress.of("2001:db8::8");
        leaseBegins();
        service.turn(
                permit.lease(),
                List.of(new Answer(taken, "eth0", Start.TAKE_OVER), new Answer(asked, "eth0", Start.PROBE)));
        assertEquals(3, exchange.done.size());
        assertTrue(exchange.sent().getFirst().message() instanceof NeighborAdvertisement);
        assertEquals(Set.of(taken, asked), exchange.done.get(1));
        assertTrue(exchange.sent().getLast().message() instanceof NeighborSolicitation);
    }
}
