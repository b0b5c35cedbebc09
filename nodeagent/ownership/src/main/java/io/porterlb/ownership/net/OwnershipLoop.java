package io.porterlb.ownership.net;

import io.porterlb.ownership.Endpoint;
import io.porterlb.ownership.Lease;
import io.porterlb.ownership.OwnershipListener;
import io.porterlb.ownership.OwnershipSettings;
import io.porterlb.ownership.OwnershipStatus;
import io.porterlb.ownership.council.CouncilNode;
import io.porterlb.ownership.council.Event;
import io.porterlb.ownership.council.Output;
import io.porterlb.ownership.wire.Keys;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/// All that a node does, on one platform thread. Its public methods are for any thread.
public final class OwnershipLoop {
    private static final Logger LOG = System.getLogger(OwnershipLoop.class.getName());

    /// After so many datagrams it looks at the time and at its orders again.
    private static final int AT_ONCE = 1000;

    private final OwnershipSettings settings;
    private final OwnershipListener listener;
    private final Datagrams datagrams;
    private final Mail mail;
    private final CouncilNode machine;
    private final Queue<Order> orders = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile OwnershipStatus status;
    private Lease lease = new Lease(Set.of(), System.nanoTime());
    private boolean ended;

    private OwnershipLoop(OwnershipSettings settings, Keys keys, Datagrams datagrams, OwnershipListener listener) {
        this.settings = settings;
        this.listener = listener;
        this.datagrams = datagrams;
        SecureRandom random = new SecureRandom();
        String name = settings.self().name();
        mail = new Mail(name, random.nextLong(), keys);
        machine = new CouncilNode(
                settings.self(), random.nextLong(), settings.configuration(), settings.timing(), System.nanoTime());
        status = new OwnershipStatus(true, settings.configuration().generation(), false, lease, 0);
        thread = Thread.ofPlatform().daemon().name("ownership").unstarted(this::run);
    }

    /// One whose thread runs.
    ///
    /// @throws IOException if the port can't be listened at
    public static OwnershipLoop start(OwnershipSettings settings, Keys keys, OwnershipListener listener)
            throws IOException {
        Datagrams datagrams = Datagrams.listenAt(settings.self().endpoint().port());
        OwnershipLoop loop = new OwnershipLoop(settings, keys, datagrams, listener);
        loop.thread.start();
        return loop;
    }

    public void take(Event event) {
        order(new Order.Tell(event));
    }

    public void take(Keys keys) {
        order(new Order.Use(keys));
    }

    private void order(Order order) {
        orders.add(order);
        datagrams.wake();
    }

    public OwnershipStatus status() {
        return status;
    }

    /// Waits for the end of the thread, not longer than this.
    public void join(Duration patience) {
        try {
            thread.join(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (datagrams) {
            while (!ended) {
                turn();
            }
        } catch (IOException | RuntimeException | Error e) {
            LOG.log(Level.ERROR, "the thread that keeps Layer 2 addresses ended; its lease runs out", e);
            lease = new Lease(Set.of(), System.nanoTime());
            listener.changed(lease);
        } finally {
            status = new OwnershipStatus(false, status.generation(), false, lease, status.discarded());
        }
    }

    /// What has come is taken before the time is: after a pause, others may have been heard in it.
    private void turn() throws IOException {
        datagrams.await(orders.isEmpty() ? machine.deadline() - System.nanoTime() : 0);
        receive();
        obey();
        if (machine.deadline() - System.nanoTime() <= 0) {
            settings.witness().ifPresent(witness -> tell(new Event.Witnessed(witness.until())));
            tell(new Event.TimePassed());
        }
        status = new OwnershipStatus(
                true, machine.configuration().generation(), machine.inForce(), lease, mail.discarded());
    }

    private void receive() throws IOException {
        for (int i = 0; i < AT_ONCE; i++) {
            if (!datagrams.receive(this::open)) {
                return;
            }
        }
    }

    private void open(Endpoint source, byte[] datagram) {
        mail.open(datagram).ifPresent(letter -> tell(new Event.Received(letter.sender(), source, letter.message())));
    }

    private void obey() {
        for (Order order = orders.poll(); order != null && !ended; order = orders.poll()) {
            switch (order) {
                case Order.Use(var keys) -> mail.use(keys);
                case Order.Tell(var event) -> {
                    tell(event);
                    ended = event instanceof Event.Stopping;
                }
            }
        }
    }

    /// Reads the clock after what is told has come, never before: an arbiter counts from then on.
    private void tell(Event event) {
        machine.on(event, System.nanoTime()).forEach(this::carryOut);
    }

    private void carryOut(Output output) {
        switch (output) {
            case Output.Send send ->
                mail.seal(send.message()).forEach(octets -> datagrams.send(octets, send.endpoint()));
            case Output.LeaseChanged(var next) -> {
                lease = next;
                listener.changed(next);
            }
        }
    }
}
