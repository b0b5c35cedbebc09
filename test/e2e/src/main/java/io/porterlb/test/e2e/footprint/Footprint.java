package io.porterlb.test.e2e.footprint;

import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.process.Parallel;
import io.porterlb.test.e2e.stage.Wait;
import java.time.Duration;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/// What can be seen of a cluster from outside at one moment, a line each: every object of the API server by its
/// name, and each machine's links, addresses, routes, rules, sockets and Java programs. What changes by itself
/// is left out: Events, heartbeats, counters, random names of Pods and of their interfaces.
///
/// kube-proxy's rules follow from the Services: two footprints can be compared where the Services are the same.
public record Footprint(NavigableSet<String> lines) {
    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    public Footprint {
        lines = Collections.unmodifiableNavigableSet(new TreeSet<>(lines));
    }

    /// Looks until nothing has changed for three seconds: controllers and kube-proxy are done with what came before.
    ///
    /// @return what is seen at last, also where it never is quiet for so long
    public static Footprint settled(KubernetesCluster cluster) {
        Footprint last = of(cluster);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Wait.until(QUIET, () -> false);
            Footprint next = of(cluster);
            if (next.equals(last)) {
                return next;
            }
            last = next;
        }
        return last;
    }

    /// Looks at everything once; takes one to two seconds.
    public static Footprint of(KubernetesCluster cluster) {
        NavigableSet<String> lines = new ConcurrentSkipListSet<>(ApiObjects.of(cluster));
        Parallel.each(
                cluster.fabric().roles(),
                role -> Machine.lines(cluster.namespace(role)).stream()
                        .map(line -> role + ": " + line)
                        .forEach(lines::add));
        return new Footprint(lines);
    }

    /// What has come and what has gone since an earlier moment.
    public Difference since(Footprint before) {
        NavigableSet<String> added = new TreeSet<>(lines);
        added.removeAll(before.lines);
        NavigableSet<String> removed = new TreeSet<>(before.lines);
        removed.removeAll(lines);
        return new Difference(added, removed);
    }

    /// Two footprints beside each other. Its text has a line each, with `+` for what has come and `-` for what has
    /// gone.
    public record Difference(NavigableSet<String> added, NavigableSet<String> removed) {
        public boolean isEmpty() {
            return added.isEmpty() && removed.isEmpty();
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder();
            added.forEach(line -> text.append("+ ").append(line).append('\n'));
            removed.forEach(line -> text.append("- ").append(line).append('\n'));
            return text.toString();
        }
    }
}
