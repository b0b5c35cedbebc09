package io.porterlb.manager.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.allocation.Marks;
import io.porterlb.desired.allocation.Release;
import io.porterlb.desired.problem.ServiceProblem;
import io.porterlb.desired.view.NodeView;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.kube.KubeException;
import io.porterlb.kube.ServicePatch;
import io.porterlb.kube.WriteResult;
import io.porterlb.kube.work.RetryAfterException;
import io.porterlb.manager.AService;
import io.porterlb.manager.cloud.Deleted;
import io.porterlb.manager.cloud.Ensured;
import io.porterlb.manager.cloud.LoadBalancer;
import io.porterlb.manager.cloud.LoadBalancerStatus;
import io.porterlb.manager.cloud.RetryLater;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The order of calls, writes and events of one sync.
class ServiceSyncTest implements LoadBalancer {
    private static final LoadBalancerStatus STATUS = new LoadBalancerStatus(List.of(IpAddress.of("198.51.100.7")));
    private static final Ensured READY = new Ensured.Ready(STATUS, "pool", Set.of("n1"), Optional.empty());
    private static final ServiceView NEW = AService.NEW.view();
    private static final ServiceView SERVED = AService.NEW
            .withFinalizers(Marks.CLOUD_PROVIDER_FINALIZER)
            .withLabel(Marks.EIP_LABEL, "pool")
            .showing("198.51.100.7")
            .view();
    private static final Release RELEASE =
            new Release(Set.of("198.51.100.7"), Set.of(Marks.CLOUD_PROVIDER_FINALIZER), true, Set.of());

    private final List<String> calls = new ArrayList<>();
    private final SaidEvents said = new SaidEvents();
    private final ServiceEvents events = said.events();
    private final NodeSync nodeSync = new NodeSync("test", events, 1);
    private final ServiceSync sync = new ServiceSync("test", this::patch, events, nodeSync);

    private Ensured ensured = READY;
    private Deleted deleted = new Deleted.Gone();
    private Optional<LoadBalancerStatus> exists = Optional.of(STATUS);
    private WriteResult written = new WriteResult.Written("2");

    @AfterEach
    void close() {
        nodeSync.close();
    }

    private WriteResult patch(ServicePatch patch) {
        calls.add("patch");
        return written;
    }

    @Override
    public Optional<LoadBalancerStatus> getLoadBalancer(String clusterName, ServiceView service) {
        assertEquals("test", clusterName);
        return exists;
    }

    @Override
    public String getLoadBalancerName(String clusterName, ServiceView service) {
        return "name";
    }

    @Override
    public Ensured ensureLoadBalancer(String clusterName, ServiceView service, List<NodeView> nodes) {
        assertEquals("test", clusterName);
        calls.add("ensure");
        return ensured;
    }

    @Override
    public Set<String> updateLoadBalancer(String clusterName, ServiceView service, List<NodeView> nodes) {
        return Set.of();
    }

    @Override
    public Deleted ensureLoadBalancerDeleted(String clusterName, ServiceView service) {
        assertEquals("test", clusterName);
        calls.add("delete");
        return deleted;
    }

    private void ensure(ServiceView service) throws RetryAfterException {
        sync.ensure(this, service, List.of());
    }

    @Test
    void theLoadBalancerComesBeforeTheStatusThatShowsIt() throws Exception {
        ensure(NEW);
        assertEquals(List.of("ensure", "patch"), calls);
        assertEquals(List.of(SaidEvents.normal("EnsuredLoadBalancer", "Ensured load balancer")), said.lines());
    }

    @Test
    void nothingIsWrittenOrSaidWhereTheServiceShowsItAlready() throws Exception {
        ensure(SERVED);
        assertEquals(List.of("ensure"), calls);
        assertEquals(List.of(), said.lines());
    }

    @Test
    void anAddressThatIsShownBesideALostFinalizerIsNoNewsButIsRepaired() throws Exception {
        ensure(AService.NEW.showing("198.51.100.7").view());
        assertEquals(List.of("ensure", "patch"), calls);
        assertEquals(List.of(), said.lines());
    }

    @Test
    void aRefusalIsOneEventInTheWordsOfTheServiceControllerAndACondition() throws Exception {
        ServiceProblem problem = new ServiceProblem.EipNotFound("Annotation x", "gold");
        ensured = new Ensured.Refused(problem);
        ensure(NEW);
        assertEquals(List.of("ensure", "patch"), calls);
        assertEquals(
                List.of(SaidEvents.warning(
                        "SyncLoadBalancerFailed",
                        "Error syncing load balancer: failed to ensure load balancer: Annotation x names Eip gold,"
                                + " which does not exist: create it or name another.")),
                said.lines());
    }

    @Test
    void whatIsImplementedElsewhereIsWrittenOnlyToTakeOurConditionsOff() throws Exception {
        ensured = new Ensured.ImplementedElsewhere();
        ensure(NEW);
        assertEquals(List.of("ensure"), calls);
        ensure(AService.NEW.withCondition("porterlb.io/AddressAssigned", "none").view());
        assertEquals(List.of("ensure", "ensure", "patch"), calls);
        assertEquals(List.of(), said.lines());
    }

    @Test
    void aLaterTryIsAskedForWithoutAWrite() {
        ensured = new RetryLater(Duration.ofSeconds(7), "not yet");
        RetryAfterException again = assertThrows(RetryAfterException.class, () -> ensure(NEW));
        assertEquals(Duration.ofSeconds(7), again.delay());
        assertEquals(List.of("ensure"), calls);
    }

    /// By an admission policy, say. Not after a change of the Service's type: the API server compares resourceVersions
    /// before it validates (`k8s.io/apiserver/pkg/registry/generic/registry/store.go`, `Update`).
    @Test
    void aStatusThatTheApiServerRefusesIsAFailureThatIsSaid() {
        written = new WriteResult.Refused("denied by policy");
        assertThrows(KubeException.class, () -> ensure(NEW));
        assertEquals(
                List.of("service-controller WARNING SyncLoadBalancerFailed: Error syncing load balancer:"
                        + " failed to update load balancer status: denied by policy"),
                said.lines());
    }

    @Test
    void onDeletionTheServiceLetsGoFirst() throws Exception {
        sync.delete(this, SERVED, RELEASE);
        assertEquals(List.of("patch", "delete"), calls);
        assertEquals(
                List.of(
                        SaidEvents.normal("DeletingLoadBalancer", "Deleting load balancer"),
                        SaidEvents.normal("DeletedLoadBalancer", "Deleted load balancer")),
                said.lines());
    }

    @Test
    void aServiceThatLetGoAlreadyIsNotWrittenAgain() throws Exception {
        sync.delete(this, NEW, Release.NONE);
        assertEquals(List.of("delete"), calls);
    }

    @Test
    void deletionOfALoadBalancerThatDoesNotExistSaysOnlyThatItIsGone() throws Exception {
        exists = Optional.empty();
        sync.delete(this, SERVED, RELEASE);
        assertEquals(List.of(SaidEvents.normal("DeletedLoadBalancer", "Deleted load balancer")), said.lines());
    }

    @Test
    void aServiceThatIsGoneIsNoFailureOfItsDeletion() throws Exception {
        written = new WriteResult.NotFound("gone");
        sync.delete(this, SERVED, RELEASE);
        assertEquals(List.of("patch", "delete"), calls);
    }

    @Test
    void aServiceThatHasChangedKeepsItsLoadBalancerUntilItIsDecidedAgain() {
        written = new WriteResult.Conflict("changed");
        assertThrows(RetryAfterException.class, () -> sync.delete(this, SERVED, RELEASE));
        assertEquals(List.of("patch"), calls);
    }

    @Test
    void aLoadBalancerThatIsNotGoneYetIsNotSaidToBe() {
        deleted = new RetryLater(Duration.ofSeconds(1), "changed");
        assertThrows(RetryAfterException.class, () -> sync.delete(this, SERVED, RELEASE));
        assertEquals(List.of(SaidEvents.normal("DeletingLoadBalancer", "Deleting load balancer")), said.lines());
    }
}
