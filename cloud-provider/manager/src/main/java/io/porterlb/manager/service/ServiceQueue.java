package io.porterlb.manager.service;

import io.porterlb.desired.allocation.Assignment;
import io.porterlb.desired.allocation.Assignments;
import io.porterlb.desired.problem.Problem;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.kube.KubeCluster;
import io.porterlb.kube.NotWrittenException;
import io.porterlb.kube.ObjectRef;
import io.porterlb.kube.work.KeyedQueue;
import io.porterlb.kube.work.Pace;
import io.porterlb.kube.work.Task;
import io.porterlb.manager.event.Announcer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Hands the work of each Service to a thread: one Service at a time, different ones side by side.
public final class ServiceQueue implements AutoCloseable {
    /// Least time between two writes to one Service. The first is never late; a quarrel with somebody who
    /// writes to the same status stays slow.
    private static final Duration CALM = Duration.ofSeconds(1);

    private final KubeCluster kube;
    private final Assumptions assumptions;
    private final Announcer announcer;
    private final ServiceWorker worker;
    private final KeyedQueue<ServiceKey> queue;

    /// Refusals that the Service itself says by now: the view does not show conditions.
    private final Map<ServiceKey, Told> told = new ConcurrentHashMap<>();

    private record Told(String uid, Problem problem) {}

    /// @param parallel Services that are worked on at a time
    public ServiceQueue(KubeCluster kube, Assumptions assumptions, Announcer announcer, int parallel) {
        this.queue = new KeyedQueue<>("service", parallel, Pace.every(CALM));
        this.assumptions = assumptions;
        this.announcer = announcer;
        this.kube = kube;
        this.worker = new ServiceWorker(kube);
    }

    /// For those who count what it does.
    public KeyedQueue<ServiceKey> queue() {
        return queue;
    }

    /// Starts what is missing. A Service that is taking an address just now is left for the next round.
    public void apply(ClusterView view, Assignments assignments, Assumptions.Snapshot assumed) {
        assignments.services().forEach((key, assignment) -> {
            ServiceView service = view.services().get(key);
            if (service != null && !assumed.has(key)) {
                apply(view, service, assignment);
            }
        });
        told.keySet().retainAll(view.services().keySet());
    }

    private void apply(ClusterView view, ServiceView service, Assignment assignment) {
        switch (assignment) {
            case Assignment.Held held -> held(view, service, held);
            case Assignment.Refused(Problem problem) -> refused(service, problem);
            case Assignment.Released(var records) ->
                submit(
                        service,
                        ServiceWorks.released(service, records),
                        () -> ServiceEvents.released(announcer, service, records));
            case Assignment.LeftAlone(var problem) ->
                problem.ifPresent(p -> announcer.warn(ObjectRef.of(service), p.reason(), p.message()));
        }
    }

    private void held(ClusterView view, ServiceView service, Assignment.Held held) {
        told.remove(service.key());
        if (held.notices().isEmpty()) {
            announcer.well(ObjectRef.of(service));
        }
        held.notices().forEach(n -> announcer.warn(ObjectRef.of(service), n.reason(), n.message()));
        submit(service, ServiceWorks.held(view, service, held), () -> ServiceEvents.held(announcer, service, held));
    }

    private void refused(ServiceView service, Problem problem) {
        announcer.warn(ObjectRef.of(service), problem.reason(), problem.message());
        Told news = new Told(service.uid(), problem);
        if (service.ingress().isEmpty() && news.equals(told.get(service.key()))) {
            return;
        }
        submit(service, ServiceWorks.refused(service, problem), () -> told.put(service.key(), news));
    }

    private void submit(ServiceView service, ServiceWork work, Runnable done) {
        if (!work.isEmpty()) {
            assumptions.begin(service.key(), work.create());
            queue.submit(service.key(), new Attempt(service.key(), work, done));
        }
    }

    /// The work of one Service, tried until the API server has given an answer. An answer that shows that the
    /// work was worked out from an outdated view ends it too, after the queue's pause: the loop then works out
    /// what is due.
    private final class Attempt implements Task {
        private final ServiceKey key;
        private final ServiceWork work;
        private final Runnable done;
        private boolean outdated;

        Attempt(ServiceKey key, ServiceWork work, Runnable done) {
            this.key = key;
            this.work = work;
            this.done = done;
        }

        @Override
        public void run() throws NotWrittenException {
            if (!outdated) {
                work();
            }
            assumptions.end(key);
            kube.wake();
        }

        private void work() throws NotWrittenException {
            try {
                worker.run(work);
                done.run();
            } catch (NotWrittenException e) {
                outdated = true;
                throw e;
            }
        }
    }

    @Override
    public void close() {
        queue.close();
    }
}
