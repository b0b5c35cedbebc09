package io.porterlb.ownership.council.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.ownership.message.Message;
import io.porterlb.ownership.wire.Keys;
import io.porterlb.ownership.wire.Packer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What it costs when nothing happens: packets and octets of UDP payload, sent and received together.
class CostTest {
    private final Keys keys = new Keys(List.of(new byte[16]));
    private final Packer packer = new Packer("node-a100", 0);
    private long octets;

    private void weigh(Message message) {
        octets += packer.pack(message, keys).stream()
                .mapToLong(datagram -> datagram.length)
                .sum();
    }

    @ParameterizedTest
    @CsvSource({"3, 1000", "100, 1000", "1000, 1000"})
    void atRestANodeHasAFewPacketsOfEachArbiter(int size, int addresses) {
        Simulation world = new Simulation(1, size, size, addresses, false, Faults.NONE);
        world.run(2 * Simulation.SECOND);
        assertTrue(Chaos.unowned(world).isEmpty());
        long before = world.network().sent;
        world.network().onSend = this::weigh;
        world.run(Simulation.SECOND);
        long packets = world.network().sent - before;
        int seats = world.published().council().seats().size();
        long ofAll = octets / packets;
        long perNode = 20L * seats;
        long perSeat = 20L * size;
        System.out.printf(
                Locale.ROOT,
                "%d nodes: %d packets/s in all, %d octets each; a node %d packets/s, one with a seat %d more%n",
                size,
                packets,
                ofAll,
                perNode,
                perSeat);
        assertTrue(packets <= perNode * size * 1.1);
        assertTrue(ofAll < 200, ofAll + " octets");
    }
}
