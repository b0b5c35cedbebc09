package io.porterlb.manager.model;

import io.porterlb.manager.model.StoppingGate.Moment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// The managers of one history: mostly one, which is stopped at some write of its own and replaced; sometimes two.
final class Replicas implements AutoCloseable {
    private static final List<Moment> MOMENTS = List.of(Moment.values());

    /// A stretch has about half of them.
    private static final int MOST_WRITES = 40;

    private final Path kubeconfig;
    private final Random random;
    private final List<Replica> running = new ArrayList<>();
    private final List<Replica> paused = new ArrayList<>();
    private final Map<Moment, Integer> stops = new EnumMap<>(Moment.class);
    private int seconds;
    private int resumed;

    Replicas(Path kubeconfig, Random random) {
        this.kubeconfig = kubeconfig;
        this.random = random;
    }

    void start() {
        Moment moment = MOMENTS.get(random.nextInt(MOMENTS.size()));
        running.add(Replica.start(kubeconfig, moment, 1 + random.nextInt(MOST_WRITES)));
    }

    /// From now on there are two, or one again.
    void changeNumber() {
        if (running.size() < 2) {
            start();
            seconds++;
        } else {
            running.removeFirst().close();
        }
    }

    /// All end at once, and somebody else has the cluster for himself.
    void end() {
        running.addAll(paused);
        paused.clear();
        running.forEach(Replica::close);
        running.clear();
    }

    /// Replaces those that were stopped.
    ///
    /// @param look at what the crashed one has left, where no other one is running
    /// @return whether there were any
    boolean replace(Runnable look) {
        List<Replica> stopped =
                running.stream().filter(replica -> replica.gate().isStopped()).toList();
        running.removeAll(stopped);
        stopped.forEach(this::stop);
        if (!stopped.isEmpty() && running.isEmpty()) {
            look.run();
        }
        stopped.forEach(_ -> start());
        return !stopped.isEmpty();
    }

    private void stop(Replica replica) {
        stops.merge(replica.moment(), 1, Integer::sum);
        if (replica.moment() == Moment.PAUSED) {
            paused.add(replica);
        } else {
            replica.close();
        }
    }

    /// Those that were paused do what they were about to do, much later, beside their successors.
    ///
    /// @return whether there were any
    boolean resume() {
        List<Replica> late = List.copyOf(paused);
        paused.clear();
        late.forEach(replica -> replica.gate().goOn());
        resumed += late.size();
        running.addAll(0, late);
        return !late.isEmpty();
    }

    /// Ends those.
    void retire() {
        List<Replica> late =
                running.stream().filter(replica -> replica.gate().isResumed()).toList();
        running.removeAll(late);
        late.forEach(Replica::close);
    }

    long writes() {
        return running.stream().mapToLong(replica -> replica.gate().writes()).sum();
    }

    boolean several() {
        return running.size() > 1;
    }

    /// What happened to them, for people.
    String figures() {
        return "running "
                + running.stream().map(replica -> replica.moment().toString()).toList() + ", stopped " + stops
                + ", resumed beside a successor " + resumed + ", second leaders " + seconds;
    }

    @Override
    public void close() {
        end();
    }
}
