package io.porterlb.bgp.net.nd;

import io.porterlb.address.IpAddress;
import io.porterlb.libc.SystemCallException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Looks for routers on one network interface, on one platform thread, until it is closed. What fails is
/// reported, and tried again.
final class LinkWatch implements Runnable, NeighborFinder.Watch {
    private static final Logger LOG = System.getLogger(LinkWatch.class.getName());

    /// A closed watch ends no later.
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Duration RETRY = Duration.ofSeconds(5);

    private final String device;
    private final NeighborListener listener;
    private final CountDownLatch closed = new CountDownLatch(1);
    private Optional<IpAddress> neighbor = Optional.empty();

    LinkWatch(String device, NeighborListener listener) {
        this.device = device;
        this.listener = listener;
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private boolean open() {
        return closed.getCount() > 0;
    }

    @Override
    public void run() {
        try {
            do {
                attempt();
            } while (!closed.await(RETRY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt() {
        try (NdSocket socket = NdSocket.open(device)) {
            listen(socket);
        } catch (SystemCallException e) {
            listener.failed(NdFailures.of(device, e));
        } catch (LinkageError | IllegalCallerException e) {
            listener.failed(NdFailures.noNativeAccess(device));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, () -> "the search for a router on " + device + " failed", e);
            listener.failed(NdFailures.unexpected(device, e));
        }
    }

    private void listen(NdSocket socket) throws SystemCallException {
        AdvertisementSchedule schedule = new AdvertisementSchedule(System.nanoTime());
        while (open()) {
            long now = System.nanoTime();
            if (schedule.waits(now) == 0) {
                socket.advertise();
                schedule.sent(now);
            }
            if (socket.awaits(shorter(PATIENCE, schedule.waits(now)))) {
                socket.receive().ifPresent(packet -> take(packet, schedule));
            }
        }
    }

    /// In milliseconds, rounded up, so that nothing is waited for in a circle.
    private static Duration shorter(Duration most, long nanos) {
        Duration wait = Duration.ofNanos(nanos).plusMillis(1);
        return wait.compareTo(most) < 0 ? wait : most;
    }

    private void take(NdPacket packet, AdvertisementSchedule schedule) {
        switch (NdMessage.read(packet)) {
            case RouterAdvertisement _ -> heard(packet.source(), schedule);
            case RouterSolicitation _ -> schedule.asked();
            case NdMessage.Discarded(var why) ->
                LOG.log(Level.TRACE, () -> device + ": a packet from " + packet.source() + " is ignored: " + why);
        }
    }

    /// A router that is new here has not heard us either.
    private void heard(IpAddress source, AdvertisementSchedule schedule) {
        if (!neighbor.equals(Optional.of(source))) {
            neighbor = Optional.of(source);
            schedule.asked();
            listener.heard(source);
        }
    }
}
