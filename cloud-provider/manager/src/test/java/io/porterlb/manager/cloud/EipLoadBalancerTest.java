package io.porterlb.manager.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.allocation.Assignment;
import io.porterlb.desired.allocation.Assignment.Cause;
import io.porterlb.desired.allocation.Assignments;
import io.porterlb.desired.allocation.Holding;
import io.porterlb.desired.allocation.Release;
import io.porterlb.desired.allocation.Taking;
import io.porterlb.desired.problem.ServiceProblem;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.AddressRecord.Owner;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.kube.WriteResult;
import io.porterlb.manager.AService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EipLoadBalancerTest {
    private static final IpAddress OLD = IpAddress.of("198.51.100.6");
    private static final IpAddress NEW = IpAddress.of("198.51.100.7");
    private static final IpAddress SIX = IpAddress.of("2001:db8::7");
    private static final ServiceView WEB = AService.NEW.view();

    private static final Owner ON_OTHER_TERMS = new Owner(AService.KEY, WEB.uid(), " on other terms");

    private static final Set<Owner> COMPANY =
            Set.of(AService.NEW.owner(), new Owner(new ServiceKey("default", "dns"), "uid-dns", ""));

    private final Map<IpAddress, AddressRecord> records = new HashMap<>();
    private final List<String> calls = new ArrayList<>();
    private WriteResult taken = new WriteResult.Written("1");
    private WriteResult givenBack = new WriteResult.Deleted();

    private static AddressRecord record(IpAddress address) {
        return AService.NEW.taking(address).record();
    }

    private EipLoadBalancer balancer(Assignment assignment) {
        return new EipLoadBalancer(
                ClusterView.EMPTY.withRecords(records),
                new Assignments(Map.of(AService.KEY, assignment), List.of()),
                this::take,
                this::giveBack);
    }

    private WriteResult take(Taking taking) {
        calls.add("take " + taking.address());
        return taken;
    }

    private WriteResult giveBack(AddressRecord record, Set<Owner> leaving) {
        String names =
                leaving.stream().map(owner -> owner.uid() + owner.terms()).collect(Collectors.joining(" "));
        calls.add("give back " + record.address() + " for " + names);
        return givenBack;
    }

    private static Assignment held(AddressRecord... surplus) {
        return new Assignment.Held(
                List.of(new Holding(NEW, "pool", Cause.ASSIGNED, COMPANY)), List.of(), List.of(surplus));
    }

    private Ensured ensure(ServiceView service, Assignment assignment) {
        return balancer(assignment).ensureLoadBalancer("test", service, List.of());
    }

    private static LoadBalancerStatus status(IpAddress... addresses) {
        return new LoadBalancerStatus(List.of(addresses));
    }

    @Test
    void aNewAddressIsRecordedForTheServicesUid() {
        List<Taking> takings = new ArrayList<>();
        EipLoadBalancer balancer = new EipLoadBalancer(
                ClusterView.EMPTY,
                new Assignments(Map.of(AService.KEY, held()), List.of()),
                taking -> {
                    takings.add(taking);
                    return taken;
                },
                this::giveBack);
        assertEquals(
                new Ensured.Ready(status(NEW), "pool", Set.of(), Optional.empty()),
                balancer.ensureLoadBalancer("test", WEB, List.of()));
        assertEquals(List.of(new Taking(NEW, "pool", AService.NEW.owner(), COMPANY)), takings);
    }

    @Test
    void eachAddressOfTwoIsRecordedBeforeEitherIsShown() {
        Assignment both = new Assignment.Held(
                List.of(
                        new Holding(SIX, "six", Cause.ASSIGNED, COMPANY),
                        new Holding(NEW, "pool", Cause.ASSIGNED, COMPANY)),
                List.of(),
                List.of());
        assertEquals(new Ensured.Ready(status(SIX, NEW), "six", Set.of(), Optional.empty()), ensure(WEB, both));
        assertEquals(List.of("take " + SIX, "take " + NEW), calls);
        taken = new WriteResult.AlreadyExists("taken");
        assertInstanceOf(RetryLater.class, ensure(WEB, both));
    }

    /// The view may be of a moment before the record lost the Service; the writer knows the record as it is.
    @Test
    void whatTheViewHasRecordedIsTakenAllTheSame() {
        records.put(NEW, record(NEW));
        assertInstanceOf(Ensured.Ready.class, ensure(WEB, held()));
        assertEquals(List.of("take " + NEW), calls);
    }

    @Test
    void theRecordOfAnEarlierServiceOfTheSameNameDoesNotCount() {
        records.put(NEW, record(NEW));
        ServiceView later = AService.NEW.withUid("uid-2").view();
        assertEquals(Optional.empty(), balancer(held()).getLoadBalancer("test", later));
    }

    @Test
    void aRecordThatNamesTheServiceOnOtherTermsDoesNotCount() {
        records.put(NEW, record(NEW).withOwners(List.of(ON_OTHER_TERMS)));
        assertEquals(Optional.empty(), balancer(held()).getLoadBalancer("test", WEB));
    }

    @Test
    void whatIsGivenBackIsTheOwnerAsItWasSeen() {
        AddressRecord seen = record(OLD).withOwners(List.of(ON_OTHER_TERMS));
        balancer(new Assignment.Released(List.of(seen), Release.NONE, List.of()))
                .ensureLoadBalancerDeleted("test", WEB);
        assertEquals(List.of("give back " + OLD + " for uid-1 on other terms"), calls);
    }

    @Test
    void anAddressThatSomebodyElseTookFirstIsDecidedAgainLater() {
        taken = new WriteResult.AlreadyExists("taken");
        assertInstanceOf(RetryLater.class, ensure(WEB, held()));
    }

    @Test
    void anOldAddressIsKeptAsLongAsTheServiceShowsIt() {
        records.put(NEW, record(NEW));
        ensure(AService.NEW.showing(OLD.toString()).view(), held(record(OLD)));
        assertEquals(List.of("take " + NEW), calls);
        ensure(AService.NEW.showing(NEW.toString()).view(), held(record(OLD)));
        assertEquals(List.of("take " + NEW, "take " + NEW, "give back " + OLD + " for uid-1"), calls);
    }

    @Test
    void whatExistsIsWhatIsRecorded() {
        assertEquals(Optional.empty(), balancer(held()).getLoadBalancer("test", WEB));
        records.put(NEW, record(NEW));
        assertEquals(Optional.of(status(NEW)), balancer(held()).getLoadBalancer("test", WEB));
        assertEquals(Optional.of(status(NEW, OLD)), balancer(held(record(OLD))).getLoadBalancer("test", WEB));
    }

    @Test
    void aRefusalNamesItsProblem() {
        ServiceProblem problem = new ServiceProblem.EipNotFound("x", "gold");
        Assignment refused = new Assignment.Refused(problem);
        assertEquals(new Ensured.Refused(problem), ensure(WEB, refused));
        assertEquals(Optional.empty(), balancer(refused).getLoadBalancer("test", WEB));
    }

    @Test
    void theAddressOfAnotherLoadBalancerIsImplementedElsewhere() {
        ServiceProblem sign = new ServiceProblem.ForeignAddress("203.0.113.9");
        assertEquals(new Ensured.ImplementedElsewhere(), ensure(WEB, new Assignment.LeftAlone(Optional.of(sign))));
    }

    @Test
    void deletionGivesEveryRecordBackAndMayBeRepeated() {
        Assignment released = new Assignment.Released(List.of(record(OLD), record(NEW)), Release.NONE, List.of());
        givenBack = new WriteResult.NotFound("gone");
        assertEquals(new Deleted.Gone(), balancer(released).ensureLoadBalancerDeleted("test", WEB));
        assertEquals(List.of("give back " + OLD + " for uid-1", "give back " + NEW + " for uid-1"), calls);
    }

    @Test
    void aRecordThatHasChangedIsDecidedOnAgain() {
        givenBack = new WriteResult.Conflict("changed");
        Assignment released = new Assignment.Released(List.of(record(OLD)), Release.NONE, List.of());
        assertInstanceOf(RetryLater.class, balancer(released).ensureLoadBalancerDeleted("test", WEB));
    }
}
