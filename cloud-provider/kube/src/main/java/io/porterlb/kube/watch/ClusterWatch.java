package io.porterlb.kube.watch;

import io.porterlb.desired.view.ClusterView;
import io.porterlb.kube.http.KubeApi;
import io.porterlb.kube.http.ResourceType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Watches kinds, one virtual thread each, and hands one consumer the newest [ClusterView]. Changes that come while the
/// consumer works are in its next view together. No view comes of itself.
public final class ClusterWatch implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Sources sources = Sources.create(this::wake);
    private final List<Reflector> reflectors = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Optional<SecretWatches> secrets;

    private boolean news;
    private ClusterView last = ClusterView.EMPTY; // the consumer's own

    /// Begins at once.
    ///
    /// @param kinds those that are watched; the others stay empty in every view
    /// @param secretsIn namespace of the Secrets that BgpPeers name; empty for a program that may not read any
    public ClusterWatch(KubeApi api, Set<ResourceType<?>> kinds, Optional<String> secretsIn) {
        secrets = secretsIn.map(namespace -> new SecretWatches(api, namespace, this::wake));
        for (Source<?, ?> source : sources.all()) {
            if (kinds.contains(source.type())) {
                Reflector reflector = new Reflector(source, Scope.all(source.type()), api, new SplittableRandom());
                reflectors.add(reflector);
                threads.add(Thread.ofVirtual().name("watch-" + source.type()).start(reflector));
            }
        }
    }

    /// Where the objects are, for those who write some.
    public Sources sources() {
        return sources;
    }

    /// Waits until every kind has been listed and something is new, or somebody calls [#wake].
    ///
    /// @param limit after which the view comes also if nothing is new
    public ClusterView next(Optional<Duration> limit) throws InterruptedException {
        lock.lock();
        try {
            while (!synced()) {
                changed.await();
            }
            long left = limit.map(Duration::toNanos).orElse(Long.MAX_VALUE);
            while (!news && left > 0) {
                left = changed.awaitNanos(left);
            }
            news = false;
        } finally {
            lock.unlock();
        }
        return join();
    }

    private ClusterView join() {
        ClusterView joined = sources.join(last);
        last = secrets.map(some -> some.join(joined)).orElse(joined);
        return last;
    }

    private boolean synced() {
        return reflectors.stream().allMatch(Reflector::synced);
    }

    /// Makes the consumer's next call return at once.
    public void wake() {
        lock.lock();
        try {
            news = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Why a kind may be out of date, as a sentence, by its name; empty while all is well.
    public Map<String, String> troubles() {
        Map<String, String> troubles = new TreeMap<>();
        reflectors.forEach(r -> r.trouble().ifPresent(t -> troubles.put(r.kind(), t)));
        secrets.ifPresent(some -> troubles.putAll(some.troubles()));
        return troubles;
    }

    /// Ends every watch.
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        secrets.ifPresent(SecretWatches::close);
    }
}
