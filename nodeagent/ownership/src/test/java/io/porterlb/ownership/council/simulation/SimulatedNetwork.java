package io.porterlb.ownership.council.simulation;

import io.porterlb.ownership.council.Event;
import io.porterlb.ownership.council.Output;
import io.porterlb.ownership.message.Message;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/// Datagrams that are lost, come twice, late and in another order, or not at all.
final class SimulatedNetwork {
    private final Simulation world;
    private final Set<String> cut = new HashSet<>();
    double loss;
    double twice;
    long maxDelay;
    long sent;
    Consumer<Message> onSend = _ -> {};

    SimulatedNetwork(Simulation world) {
        this.world = world;
        calm();
    }

    void calm() {
        cut.clear();
        loss = 0;
        twice = 0;
        maxDelay = 1_000_000;
    }

    void cut(String from, String to) {
        cut.add(from + ">" + to);
    }

    void separate(Set<String> some, Set<String> others) {
        some.forEach(a -> others.forEach(b -> {
            cut(a, b);
            cut(b, a);
        }));
    }

    void send(SimulatedNode from, Output.Send send) {
        sent++;
        onSend.accept(send.message());
        if (world.random().nextDouble() >= loss) {
            deliver(from, send);
        }
        if (world.random().nextDouble() < twice) {
            deliver(from, send);
        }
    }

    private void deliver(SimulatedNode from, Output.Send send) {
        long delay = 50_000 + (long) (world.random().nextDouble() * maxDelay);
        world.after(delay, () -> {
            if (!cut.contains(from.name() + ">" + send.to())) {
                world.node(send.to()).on(new Event.Received(from.name(), from.member.endpoint(), send.message()));
            }
        });
    }
}
