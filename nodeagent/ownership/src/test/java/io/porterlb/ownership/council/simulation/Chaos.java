package io.porterlb.ownership.council.simulation;

import io.porterlb.address.IpAddress;
import io.porterlb.ownership.council.Event;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/// One misfortune after another, and the end of all.
final class Chaos {
    private final Simulation world;
    private final Random random;

    Chaos(Simulation world) {
        this.world = world;
        random = world.random();
    }

    void run(int misfortunes) {
        for (int i = 0; i < misfortunes; i++) {
            misfortune();
            world.run(random.nextInt(700) * 1_000_000L);
        }
    }

    private void misfortune() {
        SimulatedNode node = pick(world.nodes());
        switch (random.nextInt(16)) {
            case 0 -> node.crash();
            case 1, 2 -> startIfDown(node);
            case 3 -> node.freeze();
            case 4 -> thawAll();
            case 5 -> separate();
            case 6 -> world.network().calm();
            case 7 -> world.network().cut(node.name(), pick(world.nodes()).name());
            case 8 -> disturb();
            case 9 -> node.offer(node.capabilities().isEmpty() ? Set.of("subnet") : Set.of());
            case 10 -> other(node);
            case 11, 12 -> world.toggleMembers(some(node));
            case 13 -> restart(node);
            case 14 -> world.declareLossOfThoseThatAreOff();
            case 15 -> world.tryAgain(some(node));
            default -> throw new IllegalStateException();
        }
    }

    private Set<String> some(SimulatedNode node) {
        return Set.copyOf(List.of(node.name(), pick(world.nodes()).name()));
    }

    private void other(SimulatedNode node) {
        IpAddress address = pick(List.copyOf(world.wanted()));
        switch (random.nextInt(3)) {
            case 0 -> node.stop(true);
            case 1 -> node.stop(false);
            case 2 -> {
                world.want(address, Optional.empty());
                world.after(
                        random.nextInt(1000) * 1_000_000L, () -> world.want(address, Optional.of(Simulation.SUBNET)));
            }
            default -> throw new IllegalStateException();
        }
    }

    private void startIfDown(SimulatedNode node) {
        if (!node.isRunning()) {
            world.start(node);
        }
    }

    private void restart(SimulatedNode node) {
        node.crash();
        world.after(random.nextInt(100) * 1_000_000L, () -> startIfDown(node));
    }

    private void thawAll() {
        world.nodes().stream().filter(SimulatedNode::isFrozen).forEach(SimulatedNode::thaw);
    }

    private void disturb() {
        world.network().loss = random.nextDouble() * 0.4;
        world.network().twice = random.nextDouble() * 0.3;
        world.network().maxDelay = random.nextInt(600) * 1_000_000L;
    }

    private void separate() {
        Set<String> some = new HashSet<>();
        Set<String> others = new HashSet<>();
        world.nodes().forEach(node -> (random.nextBoolean() ? some : others).add(node.name()));
        world.network().separate(some, others);
    }

    /// All is well again: every node runs, with what there is to know.
    void calm() {
        world.network().calm();
        thawAll();
        world.nodes().forEach(this::startIfDown);
        world.nodes().forEach(node -> node.offer(Set.of("subnet")));
        world.nodes().forEach(node -> node.on(new Event.Configured(world.published())));
        world.run(Simulation.SECOND);
        world.settleWanted();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    static List<String> unowned(Simulation world) {
        return world.owners().entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(entry -> entry.getKey().toString())
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
