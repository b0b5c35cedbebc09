package io.porterlb.layer2.speaker;

import io.porterlb.address.IpAddress;
import io.porterlb.layer2.Answer;
import io.porterlb.layer2.AnswerState;
import io.porterlb.layer2.Layer2Listener;
import io.porterlb.layer2.answer.AnswerTable;
import io.porterlb.layer2.net.Link;
import io.porterlb.layer2.net.LinkFailures;
import io.porterlb.layer2.net.LinkNews;
import io.porterlb.layer2.net.Links;
import io.porterlb.layer2.net.NativeScope;
import io.porterlb.layer2.net.Waiting;
import io.porterlb.layer2.net.Wakeup;
import io.porterlb.libc.SystemCallException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// All that goes on at one network interface, on one platform thread, which belongs to the network namespace of
/// the thread that started it. Its public methods are for any thread.
///
/// The interface need not be there, nor stay: the kernel says when to look again. What fails otherwise is
/// reported, and tried again.
public final class DeviceLoop {
    private static final Logger LOG = System.getLogger(DeviceLoop.class.getName());
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final String device;
    private final Permit permit;
    private final Reporter reporter;
    private final AnswerTable table =
            new AnswerTable(() -> ThreadLocalRandom.current().nextDouble());
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Bell bell = new Bell();
    private final Thread thread;
    private volatile List<Answer> wanted = List.of();

    private DeviceLoop(String device, Permit permit, Layer2Listener listener) {
        this.device = device;
        this.permit = permit;
        this.reporter = new Reporter(device, listener);
        this.thread = Thread.ofPlatform().daemon().name("layer2-" + device).unstarted(this::run);
    }

    /// One whose thread runs.
    public static DeviceLoop start(String device, Permit permit, Layer2Listener listener) {
        DeviceLoop loop = new DeviceLoop(device, permit, listener);
        loop.thread.start();
        return loop;
    }

    /// Makes these the addresses.
    public void want(List<Answer> answers) {
        wanted = List.copyOf(answers);
        bell.ring();
    }

    /// Has a look at the lease.
    public void leaseBegan() {
        bell.ring();
    }

    /// How each address is.
    public Map<IpAddress, AnswerState> states() {
        return reporter.states();
    }

    /// Ends the thread; does not wait for that.
    public void close() {
        closed.countDown();
        bell.ring();
    }

    /// Waits for the end of the thread, not longer than this.
    public void join(Duration patience) throws InterruptedException {
        thread.join(patience);
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }

    private void run() {
        try {
            do {
                attempt();
            } while (!closed.await(RETRY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt() {
        try (NativeScope scope = new NativeScope();
                Wakeup wakeup = new Wakeup()) {
            bell.is(wakeup);
            watch(scope, wakeup);
        } catch (SystemCallException e) {
            down(LinkFailures.of(e));
        } catch (LinkageError | IllegalCallerException e) {
            down("calls of the C library are not possible; start Java with --enable-native-access.");
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, () -> "answering on " + device + " failed", e);
            down("an error in this program, " + e + ".");
        }
    }

    private void watch(NativeScope scope, Wakeup wakeup) throws SystemCallException {
        LinkNews news = new LinkNews(scope);
        Links links = new Links(scope);
        Waiting waiting = Waiting.of(scope, news, wakeup);
        while (isOpen()) {
            switch (links.look(device)) {
                case Link.Up up -> serve(up, links, news, wakeup);
                case Link.Down(var why) -> {
                    down(why);
                    waiting.await(OptionalLong.empty());
                    wakeup.clear();
                    news.take();
                }
            }
        }
    }

    /// Until the link is another one.
    private void serve(Link.Up link, Links links, LinkNews news, Wakeup wakeup) throws SystemCallException {
        try (NativeScope scope = new NativeScope()) {
            LinkService service = new LinkService(scope, device, link, table, permit, reporter);
            Waiting waiting = service.waiting(scope, news, wakeup);
            boolean same = true;
            while (isOpen() && same) {
                waiting.await(service.turn(wanted));
                wakeup.clear();
                same = !news.take() || links.look(device).equals(link);
            }
        } catch (SystemCallException e) {
            if (!LinkFailures.isLinkDown(e)) {
                throw e;
            }
        }
    }

    private void down(String why) {
        AnswerState state = LinkService.down(device, why);
        reporter.report(wanted.stream().map(Answer::address).collect(Collectors.toMap(address -> address, _ -> state)));
    }
}
