package io.porterlb.manager.announcement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.desired.allocation.Assignment;
import io.porterlb.desired.allocation.Assignment.Cause;
import io.porterlb.desired.allocation.Assignments;
import io.porterlb.desired.allocation.Holding;
import io.porterlb.desired.status.Condition;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.EndpointView;
import io.porterlb.desired.view.NodeReport;
import io.porterlb.desired.view.NodeView;
import io.porterlb.desired.view.Readiness;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.desired.view.SessionReport;
import io.porterlb.kube.ServicePatch;
import io.porterlb.kube.WriteResult;
import io.porterlb.manager.AService;
import io.porterlb.manager.event.Announcer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// One Service that holds an address over BGP, and one node, which reports that it has no session.
@Timeout(60)
class AnnouncementControllerTest {
    private static final AService SHOWN = AService.NEW.showing("192.0.2.7");
    private static final ServiceView LOCAL = SHOWN.localView();

    private final BlockingQueue<ServicePatch> patches = new LinkedBlockingQueue<>();
    private final BlockingQueue<ServiceKey> asked = new LinkedBlockingQueue<>();
    private final BlockingQueue<Long> woken = new LinkedBlockingQueue<>();
    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private List<SessionReport> sessions = List.of();
    private Map<String, NodeView> nodes = Map.of();
    private volatile Set<EndpointView> endpoints = Set.of();
    private volatile long now;
    private volatile boolean conflict;
    private final AnnouncementController controller = new AnnouncementController(
            this::patch,
            this::endpoints,
            () -> woken.add(now),
            new Announcer((reporter, about, type, reason, message) -> events.add(reason), "porter-manager"),
            1,
            () -> now);

    @AfterEach
    void close() {
        controller.close();
    }

    private WriteResult patch(ServicePatch patch) {
        patches.add(patch);
        return conflict ? new WriteResult.Conflict("has changed") : new WriteResult.Written("1");
    }

    private Set<EndpointView> endpoints(ServiceKey service) {
        asked.add(service);
        return endpoints;
    }

    private Optional<Duration> at(int seconds, AService service) {
        return at(seconds, service.view());
    }

    private Optional<Duration> at(int seconds, ServiceView service) {
        now = Duration.ofSeconds(seconds).toNanos();
        NodeReport report = new NodeReport("n1", sessions, Optional.empty(), Optional.empty(), "", "");
        ClusterView view = new ClusterView(
                Map.of(AService.KEY, service),
                Map.of(),
                nodes,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of("n1", report),
                Map.of(),
                Optional.empty());
        Holding holding = new Holding(IpAddress.of("192.0.2.7"), "pool", Cause.KEPT, Set.of());
        Assignment held = new Assignment.Held(List.of(holding), List.of(), List.of());
        return controller.apply(view, new Assignments(Map.of(AService.KEY, held), List.of()));
    }

    private ServicePatch next() throws InterruptedException {
        return patches.take();
    }

    @Test
    void aServiceIsToldOnceItsAddressHasBeenMissingForAWhile() throws InterruptedException {
        assertEquals(Optional.of(Silences.PATIENCE), at(0, SHOWN));
        assertEquals(Optional.empty(), at(30, SHOWN));
        Condition condition = next().conditions().getFirst();
        assertEquals("porterlb.io/Announced False NoBgpSession", words(condition));
        at(31, SHOWN.withCondition(Condition.ANNOUNCED, condition.message()));
        assertNull(patches.poll(1, TimeUnit.SECONDS));
        assertEquals(List.of("NoBgpSession"), events);
    }

    private static String words(Condition condition) {
        return condition.type() + (condition.status() ? " True " : " False ") + condition.reason();
    }

    @Test
    void whatASomewhatNewerServiceWasNotToldIsDecidedAgain() throws InterruptedException {
        conflict = true;
        at(0, SHOWN);
        at(30, SHOWN);
        next();
        woken.take();
    }

    @Test
    void itIsTakenBackWhenTheAddressIsAnnounced() throws InterruptedException {
        nodes = Map.of("n1", node());
        sessions = List.of(
                new SessionReport("leaf", "", 1, 2, "", "ESTABLISHED", "", "", "", 1, 0, OptionalInt.empty(), ""));
        at(0, SHOWN.withCondition(Condition.ANNOUNCED, "of a while ago"));
        assertEquals(Set.of(Condition.ANNOUNCED), next().dropConditions());
    }

    @Test
    void anAddressThatIsNotShownYetMaySilentlyBeMissing() {
        assertEquals(Optional.empty(), at(0, AService.NEW));
        assertEquals(Optional.empty(), at(60, AService.NEW));
        assertEquals(List.of(), events);
    }

    private static NodeView node() {
        return new NodeView(
                "n1", "uid", Instant.EPOCH, Map.of(), Map.of(), "", List.of(), Set.of(), false, Readiness.READY);
    }

    @Test
    void anotherLeaderGoesOnWithWhatWasSaid() throws InterruptedException {
        at(0, SHOWN.withCondition(Condition.ANNOUNCED, "of the former leader"));
        assertEquals(
                "porterlb.io/Announced False NoBgpSession",
                words(next().conditions().getFirst()));
    }

    private void endpointOnN1() {
        nodes = Map.of("n1", node());
        endpoints = Set.of(new EndpointView(IpFamily.V4, Optional.of("n1"), true, true, false));
    }

    @Test
    void aLocalServiceIsToldOnceItHasHadAnEndpointForAWhile() throws InterruptedException {
        endpointOnN1();
        assertEquals(Optional.of(Silences.PATIENCE), at(0, LOCAL));
        assertEquals(Optional.empty(), at(30, LOCAL));
        assertEquals(AService.KEY, asked.take());
        woken.take();
        assertEquals(Optional.of(Silences.PATIENCE), at(31, LOCAL));
        assertEquals(Optional.empty(), at(61, LOCAL));
        Condition condition = next().conditions().getFirst();
        assertEquals("porterlb.io/Announced False NoBgpSession", words(condition));
        assertTrue(condition.message().contains("endpoints on n1"), condition.message());
    }

    @Test
    void aLocalServiceWithoutEndpointIsNotToldAndWakesNobody() throws InterruptedException {
        nodes = Map.of("n1", node());
        at(0, LOCAL);
        assertNull(asked.poll(1, TimeUnit.SECONDS));
        at(30, LOCAL);
        asked.take();
        for (int second = 50; asked.poll(1, TimeUnit.SECONDS) == null; second += 50) {
            at(second, LOCAL); // until it is asked again, so that the first answer is known
        }
        assertEquals(Optional.empty(), at(1000, LOCAL));
        assertEquals(List.of(), events);
        assertTrue(patches.isEmpty() && woken.isEmpty());
    }

    @Test
    void anotherLeaderTakesBackWhatWasSaidOfALocalServiceOnlyWhenItSeesNoEndpoint() throws InterruptedException {
        ServiceView told =
                SHOWN.withCondition(Condition.ANNOUNCED, "of the former leader").localView();
        nodes = Map.of("n1", node());
        at(0, told);
        woken.take();
        assertNull(patches.poll(1, TimeUnit.SECONDS));
        at(1, told);
        assertEquals(Set.of(Condition.ANNOUNCED), next().dropConditions());
    }

    @Test
    void anotherLeaderGoesOnWithWhatWasSaidOfALocalServiceThatHasAnEndpoint() throws InterruptedException {
        endpointOnN1();
        ServiceView told =
                SHOWN.withCondition(Condition.ANNOUNCED, "of the former leader").localView();
        at(0, told);
        woken.take();
        at(1, told);
        assertEquals(
                "porterlb.io/Announced False NoBgpSession",
                words(next().conditions().getFirst()));
    }

    @Test
    void aLocalServiceThatIsAnnouncedAgainIsNoLongerAskedFor() throws InterruptedException {
        endpointOnN1();
        at(0, LOCAL);
        at(30, LOCAL);
        asked.take();
        woken.take();
        sessions = List.of(
                new SessionReport("leaf", "", 1, 2, "", "ESTABLISHED", "", "", "", 1, 0, OptionalInt.empty(), ""));
        ServiceView told =
                SHOWN.withCondition(Condition.ANNOUNCED, "of a while ago").localView();
        at(31, told);
        assertEquals(Set.of(Condition.ANNOUNCED), next().dropConditions());
        at(1000, LOCAL);
        assertNull(asked.poll(1, TimeUnit.SECONDS));
    }
}
