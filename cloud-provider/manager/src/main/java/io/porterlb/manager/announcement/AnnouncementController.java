package io.porterlb.manager.announcement;

import io.porterlb.desired.allocation.Assignment;
import io.porterlb.desired.allocation.Assignments;
import io.porterlb.desired.allocation.Notice;
import io.porterlb.desired.status.Announcements;
import io.porterlb.desired.status.Condition;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.EndpointView;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.kube.NotWrittenException;
import io.porterlb.kube.ObjectRef;
import io.porterlb.kube.ServicePatch;
import io.porterlb.kube.WriteResult;
import io.porterlb.kube.work.KeyedQueue;
import io.porterlb.kube.work.Pace;
import io.porterlb.manager.event.Announcer;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/// Says on a Service that its address is not announced, though it should be, and takes that back. Of one that is
/// announced nothing is written. Used by the manager's loop; the writing and asking is done elsewhere.
public final class AnnouncementController implements AutoCloseable {
    private final Function<ServicePatch, WriteResult> services;
    private final Runnable wake;
    private final Announcer announcer;
    private final Silences<ServiceKey> silences;
    private final Doubts doubts;
    private final KeyedQueue<ServiceKey> queue;

    /// @param services {@link io.porterlb.kube.ServiceWriter#patch}
    /// @param endpoints {@link io.porterlb.kube.EndpointReader#of}
    /// @param wake called when [#apply] is due though nothing is new; any thread
    /// @param announcer that nobody else says things of Services with, and takes back
    /// @param workers how many Services are written side by side, at least 1
    /// @param nanoTime as [System#nanoTime]
    public AnnouncementController(
            Function<ServicePatch, WriteResult> services,
            Function<ServiceKey, Set<EndpointView>> endpoints,
            Runnable wake,
            Announcer announcer,
            int workers,
            LongSupplier nanoTime) {
        silences = new Silences<>(nanoTime);
        doubts = new Doubts(endpoints, wake, nanoTime);
        this.services = services;
        this.wake = wake;
        this.announcer = announcer;
        queue = new KeyedQueue<>("announced", workers, Pace.every(Duration.ofSeconds(1)));
    }

    /// Starts what is due.
    ///
    /// @return when to look again though nothing is new; never if empty
    public Optional<Duration> apply(ClusterView seen, Assignments assignments) {
        ClusterView view = doubts.begin(seen);
        Announcements announcements = Announcements.of(view);
        silences.begin();
        assignments.services().forEach((key, assignment) -> {
            ServiceView service = view.services().get(key);
            if (service != null && assignment instanceof Assignment.Held held) {
                look(service, held, announcements);
            }
        });
        announcer.forgetAllBut(view);
        Optional<Duration> open = doubts.end();
        return Stream.of(silences.next(), open).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    private void look(ServiceView service, Assignment.Held held, Announcements announcements) {
        if (service.ingress().isEmpty()) {
            return; // nobody may announce what is not shown yet
        }
        boolean told = service.conditions().containsKey(Condition.ANNOUNCED); // by a former leader, it may be
        boolean open = announcements.hangsOnEndpoints(service, held) && doubts.isOpen(service.key(), told);
        Optional<Notice> missing =
                announcements.missing(service, held).filter(_ -> silences.isOverdue(service.key()) || told);
        Optional<Notice> contested = announcements.contested(held);
        Stream.of(missing, contested)
                .flatMap(Optional::stream)
                .forEach(notice -> announcer.warn(ObjectRef.of(service), notice.reason(), notice.message()));
        if (open && missing.isEmpty()) {
            return; // what was said stays until more is known
        }
        if (missing.isEmpty() && contested.isEmpty()) {
            announcer.well(ObjectRef.of(service));
        }
        write(service, missing);
    }

    private void write(ServiceView service, Optional<Notice> missing) {
        Optional<String> said = Optional.ofNullable(service.conditions().get(Condition.ANNOUNCED));
        if (!missing.map(Notice::message).equals(said)) {
            ServicePatch patch = patch(service, missing);
            queue.submit(service.key(), () -> carryOut(patch));
        }
    }

    private static ServicePatch patch(ServiceView service, Optional<Notice> missing) {
        return missing.map(notice -> ServicePatch.say(
                        service, new Condition(Condition.ANNOUNCED, false, notice.reason(), notice.message())))
                .orElseGet(() -> ServicePatch.takeBack(service, Condition.ANNOUNCED));
    }

    /// Where the Service has changed since, the next view tells what is due then. There may be none by itself: of some
    /// changes, as to `ownerReferences`, a view has nothing.
    private void carryOut(ServicePatch patch) throws NotWrittenException {
        WriteResult result = services.apply(patch);
        if (result instanceof WriteResult.Conflict) {
            wake.run();
        } else {
            result.orThrowUnlessGone();
        }
    }

    @Override
    public void close() {
        doubts.close();
        queue.close();
    }
}
