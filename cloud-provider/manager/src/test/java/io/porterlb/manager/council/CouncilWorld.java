package io.porterlb.manager.council;

import io.porterlb.desired.view.CouncilView;
import io.porterlb.desired.view.NodeView;
import io.porterlb.ownership.Configuration;
import io.porterlb.ownership.Council;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// How machines really are, beside what the manager sees of them.
final class CouncilWorld {
    private static final List<String> NAMES = Nodes.letters("abcdefgh").toList();

    /// What the manager sees.
    final Nodes nodes = Nodes.named("abc");

    /// Machines that run, with their agents.
    final Set<String> running = new TreeSet<>(Set.of("a", "b", "c"));

    /// Machines whose agents nobody gets a datagram from, nor to.
    final Set<String> deaf;

    private final SplittableRandom random;
    private final Map<String, Long> known = new HashMap<>();
    private final List<Configuration> written = new ArrayList<>();
    private final Set<String> annotated = new HashSet<>();
    private long everInForce;

    CouncilWorld(SplittableRandom random) {
        this.random = random;
        deaf = NAMES.stream()
                .skip(3)
                .filter(_ -> random.nextInt(3) == 0)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    void happen() {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        switch (random.nextInt(10)) {
            case 0 -> running.remove(name);
            case 1, 2 -> start(name);
            case 3, 4 -> node(name).ifPresent(_ -> nodes.silent(name));
            case 5 -> nodes.without(name);
            case 6 -> declare(name);
            default -> report(name);
        }
    }

    /// It learns of the newest council by the API server, and its kubelet is heard of. Who starts it takes back
    /// what was said of it.
    private void start(String name) {
        running.add(name);
        known.put(name, newest());
        annotated.remove(name);
        nodes.node(Nodes.node(name));
        annotate();
        report(name);
    }

    /// Nobody says of a machine that runs that it is off.
    private void declare(String name) {
        if (!running.contains(name)) {
            node(name).filter(NodeView::unreachable).ifPresent(_ -> nodes.declaredOff(name));
            if (node(name).isEmpty()) {
                annotated.add(name);
                annotate();
            }
        }
    }

    private void annotate() {
        if (nodes.council().isPresent()) {
            nodes.annotated(annotated);
        }
    }

    /// Of the newest council, or of one that it knew before.
    private void report(String name) {
        if (running.contains(name) && node(name).isPresent()) {
            if (random.nextBoolean()) {
                known.put(name, newest());
            }
            long generation = known.getOrDefault(name, 0L);
            boolean inForce = seesInForce(name, generation);
            if (inForce) {
                everInForce = Math.max(everInForce, generation);
            }
            nodes.reports(name, generation, inForce);
        }
    }

    private boolean seesInForce(String name, long generation) {
        return written.stream()
                .filter(one -> one.generation() == generation)
                .anyMatch(one -> hasMost(name, generation, one.council()) && hasMost(name, generation, one.previous()));
    }

    private boolean hasMost(String observer, long generation, Council council) {
        long agreeing = council.seats().stream()
                .map(seat -> seat.name())
                .filter(seat -> running.contains(seat) && known.getOrDefault(seat, 0L) == generation)
                .filter(seat -> seat.equals(observer) || !(deaf.contains(seat) || deaf.contains(observer)))
                .count();
        return agreeing >= council.toAcquire();
    }

    private Optional<NodeView> node(String name) {
        return Optional.ofNullable(nodes.view().nodes().get(name));
    }

    private long newest() {
        return nodes.council().map(CouncilView::generation).orElse(0L);
    }

    /// What the API server stores, without what was said of a loss.
    void written(CouncilView next) {
        annotated.clear();
        nodes.council(next);
        written.add(Configurations.configuration(next));
    }

    /// Whether its agent may still vote for what goes by this one. Who starts knows the newest.
    boolean votes(String name, Configuration one) {
        return running.contains(name) && known.getOrDefault(name, 0L) <= one.generation();
    }

    /// Councils that an agent may still go by.
    List<Configuration> inUse() {
        return written.stream().filter(one -> one.generation() >= everInForce).toList();
    }

    /// Half of the machines that are off come back, and the others are off for good.
    void settle() {
        NAMES.stream().filter(_ -> random.nextBoolean()).forEach(running::add);
        running.add("a");
        running.forEach(this::start);
        for (String name : NAMES) {
            if (!running.contains(name)) {
                node(name).ifPresent(_ -> nodes.silent(name));
            }
        }
    }

    /// All that run know the newest council, whoever is off is said to be, and somebody opens the firewalls of
    /// those that have a seat.
    void tellAll() {
        nodes.council().ifPresent(council -> {
            deaf.removeAll(CouncilCheck.names(council.now()));
            deaf.removeAll(CouncilCheck.names(council.previous()));
        });
        running.forEach(name -> known.put(name, newest()));
        running.forEach(this::report);
        NAMES.forEach(this::declare);
    }

    /// Who can decide.
    Set<String> able() {
        Set<String> able = new TreeSet<>(running);
        able.removeAll(deaf);
        return able;
    }

    @Override
    public String toString() {
        return "running " + running + ", deaf " + deaf + ", known " + known;
    }
}
