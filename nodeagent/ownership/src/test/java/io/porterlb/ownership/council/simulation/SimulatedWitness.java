package io.porterlb.ownership.council.simulation;

import io.porterlb.ownership.council.Event;

/// Gives its word to one node at a time, for a second.
final class SimulatedWitness {
    private static final long TERM = Simulation.SECOND;
    private static final long MARGIN = TERM / 5;
    private static final long INTERVAL = TERM / 10;

    private final Simulation world;
    private String holder = "";
    private long until;

    SimulatedWitness(Simulation world) {
        this.world = world;
    }

    /// Asked by each node, again and again. A node counts from before it asks.
    void serve(SimulatedNode node) {
        long asked = node.clock();
        if (node.isRunning() && !node.isFrozen() && world.random().nextInt(10) > 0) {
            boolean free = holder.equals(node.name()) || world.now() >= until;
            if (free || world.faults().falseWitness()) {
                holder = node.name();
                until = world.now() + TERM + MARGIN;
                world.after(world.random().nextInt(20_000_000), () -> node.on(new Event.Witnessed(asked + TERM)));
            }
        }
        world.after(INTERVAL, () -> serve(node));
    }
}
