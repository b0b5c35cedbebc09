package io.porterlb.layer2;

import io.porterlb.address.IpAddress;
import io.porterlb.layer2.link.LinkTable;
import io.porterlb.layer2.net.LinkNews;
import io.porterlb.layer2.net.LinkTableReader;
import io.porterlb.layer2.net.NativeScope;
import io.porterlb.layer2.net.Waiting;
import io.porterlb.layer2.net.Wakeup;
import io.porterlb.libc.SystemCallException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Tells which network interfaces, addresses and routes this machine has, as soon as they change: the kernel
/// says when to read them again (rtnetlink(7)). It needs no right, and belongs to the network namespace of the
/// thread that starts it. One platform thread, `link-table`; the methods here are for any thread.
///
/// What fails is logged, and tried again after 5 s.
public final class LinkTableWatch implements AutoCloseable {
    private static final Logger LOG = System.getLogger(LinkTableWatch.class.getName());
    private static final Duration RETRY = Duration.ofSeconds(5);

    /// After each reading: thousands of changes in a row, as a routing daemon makes them, are read together.
    private static final Duration REST = Duration.ofMillis(20);

    /// How long [#close] waits.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Set<String> leftOut;
    private final Consumer<LinkTable> listener;
    private final Wakeup wakeup = new Wakeup();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("link-table").unstarted(this::run);
    private volatile Set<IpAddress> targets = Set.of();
    private Optional<LinkTable> told = Optional.empty();

    private LinkTableWatch(Set<String> leftOut, Consumer<LinkTable> listener) {
        this.leftOut = Set.copyOf(leftOut);
        this.listener = listener;
    }

    /// Begins, with the table as it is.
    ///
    /// @param leftOut names of interfaces that are of no account, with their addresses: service addresses that
    ///     a proxy puts on an interface of its own are not this machine's
    /// @param listener is told of each other table, on the thread of this, so it must not block; what it
    ///     throws is logged and goes no further
    public static LinkTableWatch start(Set<String> leftOut, Consumer<LinkTable> listener) {
        LinkTableWatch watch = new LinkTableWatch(leftOut, listener);
        watch.thread.start();
        return watch;
    }

    /// Makes these the addresses whose routes are in the table, from the next one on.
    public void lookUp(Set<IpAddress> wanted) {
        targets = Set.copyOf(wanted);
        wakeup.wake();
    }

    /// Ends the thread; takes two seconds at most. Not to be called by the listener.
    @Override
    public void close() {
        closed.countDown();
        wakeup.wake();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (wakeup) {
            do {
                attempt();
            } while (!closedWithin(RETRY));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SystemCallException e) {
            throw new IllegalStateException("a counter of eventfd(2) can't be closed", e);
        }
    }

    private boolean closedWithin(Duration patience) throws InterruptedException {
        return closed.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void attempt() throws InterruptedException {
        try {
            watch();
        } catch (SystemCallException | RuntimeException | Error e) {
            LOG.log(Level.WARNING, "the network interfaces can't be read; what is known of them stays", e);
        }
    }

    /// Whatever changes after the news was taken is news again, so nothing is missed between two readings; nor
    /// is what the kernel had no room to tell.
    private void watch() throws SystemCallException, InterruptedException {
        wakeup.open();
        try (NativeScope scope = new NativeScope()) {
            LinkNews news = LinkNews.ofAddressesAndRoutesToo(scope);
            LinkTableReader reader = new LinkTableReader(scope, leftOut);
            Waiting waiting = Waiting.of(scope, news, wakeup);
            tell(reader.read(targets));
            while (!closedWithin(REST)) {
                waiting.await(OptionalLong.empty());
                wakeup.clear();
                news.take();
                tell(reader.read(targets));
            }
        }
    }

    private void tell(LinkTable table) {
        if (told.filter(table::equals).isEmpty()) {
            told = Optional.of(table);
            try {
                listener.accept(table);
            } catch (RuntimeException | Error e) {
                LOG.log(Level.ERROR, "the listener failed on a table of interfaces", e);
            }
        }
    }
}
