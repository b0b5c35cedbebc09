package io.porterlb.manager.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.allocation.Assignment;
import io.porterlb.desired.allocation.Assignment.Cause;
import io.porterlb.desired.allocation.Assignments;
import io.porterlb.desired.allocation.Holding;
import io.porterlb.desired.allocation.Marks;
import io.porterlb.desired.allocation.Notice;
import io.porterlb.desired.allocation.Release;
import io.porterlb.desired.allocation.Taking;
import io.porterlb.desired.problem.Problem;
import io.porterlb.desired.problem.ServiceProblem;
import io.porterlb.desired.status.Condition;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.kube.ServicePatch;
import io.porterlb.kube.WriteResult;
import io.porterlb.kube.work.Until;
import io.porterlb.manager.AService;
import io.porterlb.manager.cloud.EipLoadBalancer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Which Services are synced in which round. A round is over when every sync of it has ended.
class ServiceControllerTest {
    private static final IpAddress ADDRESS = IpAddress.of("198.51.100.7");
    private static final IpAddress SIX = IpAddress.of("2001:db8::7");
    private static final Problem NONE = new ServiceProblem.EipNotFound("x", "none");
    private static final AService SERVED = AService.NEW
            .withFinalizers(Marks.CLOUD_PROVIDER_FINALIZER)
            .withLabel(Marks.EIP_LABEL, "pool")
            .showing("198.51.100.7");
    private static final AService REFUSED = AService.NEW.withCondition(Condition.ADDRESS_ASSIGNED, NONE.message());
    private static final Assignment ELSEWHERE =
            new Assignment.LeftAlone(Optional.of(new ServiceProblem.ForeignAddress("192.0.2.1")));
    private static final Assignment HELD =
            new Assignment.Held(List.of(new Holding(ADDRESS, "pool", Cause.KEPT, Set.of())), List.of(), List.of());

    private final SaidEvents said = new SaidEvents();
    private final Assumptions assumptions = new Assumptions();
    private final Semaphore woken = new Semaphore(0);
    private final Semaphore failed = new Semaphore(0);
    private volatile boolean failing;
    private final Queue<String> calls = new ConcurrentLinkedQueue<>();
    private final Queue<WriteResult> answers = new ArrayDeque<>();
    private final Map<IpAddress, AddressRecord> records = new ConcurrentHashMap<>();
    private final ServiceController controller =
            new ServiceController("test", this::patch, woken::release, assumptions, said.announcer(), 2);

    @AfterEach
    void close() {
        controller.close();
    }

    private WriteResult patch(ServicePatch patch) {
        calls.add("patch");
        if (failing && !patch.ingress().clears()) {
            failed.release();
            throw new IllegalStateException("a test's API server fails at every address that is shown");
        }
        WriteResult answer = answers.poll();
        return answer == null ? new WriteResult.Written("2") : answer;
    }

    private WriteResult take(Taking taking) {
        if (records.putIfAbsent(taking.address(), taking.record()) == null) {
            calls.add("create");
        }
        return new WriteResult.Written("1");
    }

    private WriteResult giveBack(AddressRecord record, Set<AddressRecord.Owner> leaving) {
        calls.add("delete");
        records.remove(record.address());
        return new WriteResult.Deleted();
    }

    private void round(AService service, Assignment assignment) {
        ClusterView view = new ClusterView(
                Map.of(AService.KEY, service.view()),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.copyOf(records),
                Map.of(),
                Map.of(),
                Optional.empty());
        Assignments assignments = new Assignments(Map.of(AService.KEY, assignment), List.of());
        controller.apply(
                view,
                assignments,
                new EipLoadBalancer(view, assignments, this::take, this::giveBack),
                assumptions.snapshot());
    }

    private void awaitSync() throws InterruptedException {
        assertTrue(woken.tryAcquire(30, TimeUnit.SECONDS), "no sync has ended");
    }

    /// Nothing was started that is still under way.
    private void expect(String... all) {
        assertEquals(Map.of(), assumptions.snapshot().pending());
        assertEquals(Arrays.asList(all), List.copyOf(calls));
    }

    @Test
    void aServiceThatHasWhatItShouldHaveIsNotSynced() {
        records.put(ADDRESS, SERVED.taking(ADDRESS).record());
        round(SERVED, HELD);
        expect();
    }

    @Test
    void aStatusThatDiffersOrAMissingRecordIsReasonForASync() throws InterruptedException {
        round(SERVED, HELD);
        awaitSync();
        expect("create");
        round(SERVED.showing("192.0.2.1"), HELD);
        awaitSync();
        expect("create", "patch");
    }

    @Test
    void aRefusalThatTheServiceSaysIsNotWrittenAgain() {
        round(REFUSED, new Assignment.Refused(NONE));
        expect();
    }

    @Test
    void aRefusalThatSomebodyHasWipedOffTheServiceIsWrittenAgainAndSaidOnce() throws InterruptedException {
        for (int i = 0; i < 2; i++) {
            round(AService.NEW, new Assignment.Refused(NONE));
            awaitSync();
        }
        expect("patch", "patch");
        assertEquals(1, said.lines().size());
    }

    @Test
    void anotherRefusalIsToldAnew() throws InterruptedException {
        round(REFUSED, new Assignment.Refused(new ServiceProblem.EipNotFound("x", "other")));
        awaitSync();
        expect("patch");
    }

    @Test
    void aRefusedServiceThatShowsAnAddressIsSyncedUntilItDoesNot() throws InterruptedException {
        for (int i = 0; i < 2; i++) {
            round(REFUSED.showing("198.51.100.7"), new Assignment.Refused(NONE));
            awaitSync();
        }
        expect("patch", "patch");
    }

    @Test
    void aServiceThatIsServedElsewhereIsToldOnceAndNotWritten() {
        round(AService.NEW, ELSEWHERE);
        round(AService.NEW, ELSEWHERE);
        expect();
        assertEquals(1, said.lines().size());
    }

    @Test
    void whatIsSaidOnAServiceThatAnotherLoadBalancerServesNowIsTakenOff() throws InterruptedException {
        round(REFUSED, ELSEWHERE);
        awaitSync();
        round(AService.NEW, ELSEWHERE);
        expect("patch");
        assertEquals(1, said.lines().size());
    }

    @Test
    void aServiceThatIsNoneOfOursIsNotEvenTold() {
        round(AService.NEW, new Assignment.LeftAlone(Optional.empty()));
        expect();
        assertEquals(List.of(), said.lines());
    }

    @Test
    void aReleaseWritesTheServiceAndThenGivesTheRecordBack() throws InterruptedException {
        AddressRecord record = SERVED.taking(ADDRESS).record();
        Release release = new Release(Set.of("198.51.100.7"), Set.of(), true, Set.of());
        round(SERVED, new Assignment.Released(List.of(record), release, List.of()));
        awaitSync();
        expect("patch", "delete");
    }

    /// The view may lag behind.
    @Test
    void whyAnAddressIsGivenUpIsSaidOnceAndOnlyWhenItIs() throws InterruptedException {
        Notice why = new Notice("SharingEnded", "The Service gives up 198.51.100.7.");
        Release release = new Release(Set.of("198.51.100.7"), Set.of(), true, Set.of());
        Assignment released =
                new Assignment.Released(List.of(SERVED.taking(ADDRESS).record()), release, List.of(why));
        answers.add(new WriteResult.Conflict("changed"));
        for (int told : new int[] {0, 1, 1}) {
            round(SERVED, released);
            awaitSync();
            expectSaid(told, "WARNING SharingEnded: The Service gives up 198.51.100.7.");
        }
    }

    private void expectSaid(long times, String event) {
        assertEquals(
                times,
                said.lines().stream().filter(line -> line.endsWith(event)).count(),
                said.lines()::toString);
    }

    @Test
    void aSyncThatMetAnOutdatedViewLeavesItToTheNextRound() throws InterruptedException {
        answers.add(new WriteResult.Conflict("changed"));
        round(AService.NEW, HELD);
        awaitSync();
        expect("create", "patch");
        round(AService.NEW, HELD);
        awaitSync();
        expect("create", "patch", "patch");
    }

    /// What failed would be tried again and again, ever more slowly.
    @Test
    void aServiceThatIsDeletedWhileItsSyncFailsIsReleasedAtOnce() throws InterruptedException {
        failing = true;
        round(AService.NEW, HELD);
        assertTrue(failed.tryAcquire(30, TimeUnit.SECONDS));
        AService deleted = AService.NEW.withLabel("deleted", "yes");
        assertTrue(
                Until.yes(Duration.ofSeconds(30), () -> !assumptions.snapshot().has(deleted.view())));
        round(deleted, new Assignment.Released(List.copyOf(records.values()), Release.NONE, List.of()));
        awaitSync();
        assertEquals(Map.of(), records);
    }

    private static Assignment held(List<AddressRecord> surplus, Holding... holdings) {
        return new Assignment.Held(List.of(holdings), List.of(), surplus);
    }

    @Test
    void aSecondAddressIsRecordedShownBesideTheFirstAndAloneSaid() throws InterruptedException {
        records.put(ADDRESS, SERVED.taking(ADDRESS).record());
        Holding six = new Holding(SIX, "six", Cause.ASSIGNED, Set.of());
        round(SERVED, held(List.of(), new Holding(ADDRESS, "pool", Cause.KEPT, Set.of()), six));
        awaitSync();
        expect("create", "patch");
        assertTrue(
                said.lines().getLast().endsWith("AddressAssigned: 2001:db8::7 from Eip six"), said.lines()::toString);
    }

    @Test
    void anAddressThatIsNoLongerShownIsGivenBackAndThatIsSaid() throws InterruptedException {
        records.put(ADDRESS, SERVED.taking(ADDRESS).record());
        List<AddressRecord> surplus = List.of(SERVED.taking(SIX).record());
        Assignment first = held(surplus, new Holding(ADDRESS, "pool", Cause.KEPT, Set.of()));
        round(SERVED.showing(ADDRESS.toString(), SIX.toString()), first);
        awaitSync();
        expect("patch");
        round(SERVED, first);
        awaitSync();
        expect("patch", "delete");
        assertTrue(
                said.lines().getLast().endsWith("AddressReleased: 2001:db8::7 is free again"), said.lines()::toString);
    }
}
