package io.porterlb.manager.announcement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.allocation.Assignment;
import io.porterlb.desired.allocation.Assignment.Cause;
import io.porterlb.desired.allocation.Assignments;
import io.porterlb.desired.allocation.Holding;
import io.porterlb.desired.status.Condition;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.NodeReport;
import io.porterlb.desired.view.NodeView;
import io.porterlb.desired.view.Readiness;
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

/// One Service that holds an address over BGP, and one node, which reports that it has no session.
class AnnouncementControllerTest {
    private static final AService SHOWN = AService.NEW.showing("192.0.2.7");

    private final BlockingQueue<ServicePatch> patches = new LinkedBlockingQueue<>();
    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private List<SessionReport> sessions = List.of();
    private Map<String, NodeView> nodes = Map.of();
    private long now;
    private final AnnouncementController controller = new AnnouncementController(
            this::patch,
            new Announcer((reporter, about, type, reason, message) -> events.add(reason), "porter-manager"),
            1,
            () -> now);

    @AfterEach
    void close() {
        controller.close();
    }

    private WriteResult patch(ServicePatch patch) {
        patches.add(patch);
        return new WriteResult.Written("1");
    }

    private Optional<Duration> at(int seconds, AService service) {
        now = Duration.ofSeconds(seconds).toNanos();
        NodeReport report = new NodeReport("n1", sessions, Optional.empty(), Optional.empty(), "", "");
        ClusterView view = new ClusterView(
                Map.of(AService.KEY, service.view()),
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
}
