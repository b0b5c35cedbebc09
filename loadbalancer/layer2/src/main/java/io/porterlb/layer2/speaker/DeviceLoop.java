package io.porterlb.layer2.speaker;

import io.porterlb.address.IpAddress;
import io.porterlb.address.MacAddress;
import io.porterlb.layer2.Answer;
import io.porterlb.layer2.AnswerState;
import io.porterlb.layer2.Layer2Listener;
import io.porterlb.layer2.net.LinkFailures;
import io.porterlb.libc.SystemCallException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentMap;

/// All that goes on at one network interface, on one platform thread, which belongs to the network namespace of
/// the thread that started it. Its public methods are for any thread.
///
/// What fails is reported, and tried again, errors of this program included.
public final class DeviceLoop {
    private static final Logger LOG = System.getLogger(DeviceLoop.class.getName());
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final String device;
    private final Orders orders = new Orders();
    private final Reporter reporter;
    private final LinkWatch watch;
    private final Thread thread;

    private DeviceLoop(String device, Permit permit, ConcurrentMap<String, MacAddress> macs, Layer2Listener listener) {
        this.device = device;
        reporter = new Reporter(device, listener);
        watch = new LinkWatch(device, orders, permit, macs, reporter);
        thread = Thread.ofPlatform().daemon().name("layer2-" + device).unstarted(this::run);
    }

    /// One whose thread runs.
    ///
    /// @param macs of the interfaces that this machine answers on; this one is put among them
    public static DeviceLoop start(
            String device, Permit permit, ConcurrentMap<String, MacAddress> macs, Layer2Listener listener) {
        DeviceLoop loop = new DeviceLoop(device, permit, macs, listener);
        loop.thread.start();
        return loop;
    }

    /// Makes these the addresses.
    public void want(List<Answer> answers) {
        orders.want(answers);
    }

    /// Waits until nothing is said by older orders than those of now, not longer than this. Waits for no
    /// listener, and not if the thread has died.
    ///
    /// @return whether it is so
    public boolean prevailWithin(Duration patience) throws InterruptedException {
        return orders.prevailWithin(patience);
    }

    /// Has a look at the lease.
    public void leaseBegan() {
        orders.wakeup().wake();
    }

    /// How each address is; nothing is known if the thread has ended.
    public Map<IpAddress, AnswerState> states() {
        return isAlive() ? reporter.states() : Map.of();
    }

    /// Ends the thread; does not wait for that.
    public void close() {
        orders.end();
    }

    /// Waits for the end of the thread, not longer than this.
    public void join(Duration patience) throws InterruptedException {
        thread.join(patience);
    }

    /// Whether its thread runs: it ends by [#close], or by an error that leaves nothing to go on with.
    public boolean isAlive() {
        return thread.isAlive();
    }

    private void run() {
        try (var _ = orders.wakeup()) {
            do {
                attempt();
            } while (!orders.endWithin(RETRY));
            reporter.report(Map.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SystemCallException e) {
            throw new IllegalStateException("a counter of eventfd(2) can't be closed", e);
        }
    }

    private void attempt() {
        try {
            watch.run();
        } catch (SystemCallException e) {
            watch.down(LinkFailures.of(e));
        } catch (LinkageError | IllegalCallerException e) {
            watch.down("calls of the C library are not possible; start Java with --enable-native-access.");
        } catch (Throwable e) {
            LOG.log(Level.ERROR, () -> "answering on " + device + " failed", e);
            watch.down("an error in this program, " + e + ".");
        }
    }
}
