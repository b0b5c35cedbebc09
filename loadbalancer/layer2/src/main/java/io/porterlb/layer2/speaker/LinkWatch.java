package io.porterlb.layer2.speaker;

import io.porterlb.address.MacAddress;
import io.porterlb.layer2.Answer;
import io.porterlb.layer2.AnswerState;
import io.porterlb.layer2.answer.AnswerTable;
import io.porterlb.layer2.answer.Lease;
import io.porterlb.layer2.net.Link;
import io.porterlb.layer2.net.LinkFailures;
import io.porterlb.layer2.net.LinkNews;
import io.porterlb.layer2.net.LinkSockets;
import io.porterlb.layer2.net.Links;
import io.porterlb.layer2.net.NativeScope;
import io.porterlb.layer2.net.Waiting;
import io.porterlb.libc.SystemCallException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/// An interface that need not be there, nor stay: the kernel says when to look again. For the thread of its
/// [DeviceLoop].
final class LinkWatch {
    private final String device;
    private final Orders orders;
    private final Permit permit;
    private final ConcurrentMap<String, MacAddress> macs;
    private final Reporter reporter;
    private final AnswerTable table;
    private Backoff backoff = Backoff.FIRST;

    LinkWatch(String device, Orders orders, Permit permit, ConcurrentMap<String, MacAddress> macs, Reporter reporter) {
        this.device = device;
        this.orders = orders;
        this.permit = permit;
        this.macs = macs;
        this.reporter = reporter;
        table = new AnswerTable(() -> ThreadLocalRandom.current().nextDouble(), macs::containsValue);
    }

    /// Until the orders end.
    void run() throws SystemCallException {
        orders.wakeup().open();
        try (NativeScope scope = new NativeScope()) {
            LinkNews news = LinkNews.ofLinks(scope);
            Links links = new Links(scope);
            Waiting waiting = Waiting.of(scope, news, orders.wakeup());
            while (orders.isOpen()) {
                waiting.await(attend(links, news));
                orders.wakeup().clear();
                news.take();
            }
        }
    }

    /// @return how long nothing more is to be done, in nanoseconds, if there is no news; empty: for ever
    private OptionalLong attend(Links links, LinkNews news) throws SystemCallException {
        return switch (links.look(device)) {
            case Link.Up up -> OptionalLong.of(serve(up, links, news).toNanos());
            case Link.Down(var why) -> {
                down(why);
                yield OptionalLong.empty();
            }
        };
    }

    /// Until the link is another one.
    ///
    /// @return how long to wait before the next look: the kernel may refuse what looks well
    private Duration serve(Link.Up link, Links links, LinkNews news) throws SystemCallException {
        try (NativeScope scope = new NativeScope()) {
            LinkSockets sockets = new LinkSockets(scope, link);
            Waiting waiting = Waiting.of(scope, news, orders.wakeup(), sockets);
            macs.put(device, link.mac());
            LinkService service = new LinkService(device, link, sockets, table, permit, reporter);
            boolean same = true;
            while (orders.isOpen() && same) {
                // The lease is read before the addresses: what was given up before it began is not among them.
                Lease lease = permit.lease();
                OptionalLong rest = orders.carryOut(wanted -> service.turn(lease, wanted));
                service.report();
                waiting.await(rest);
                backoff = Backoff.FIRST;
                orders.wakeup().clear();
                same = !news.take() || links.look(device).equals(link);
            }
            return Duration.ZERO;
        } catch (SystemCallException e) {
            return pauseAfter(e);
        } finally {
            table.linkDown(System.nanoTime());
        }
    }

    private Duration pauseAfter(SystemCallException refusal) throws SystemCallException {
        if (!LinkFailures.isLinkDown(refusal)) {
            throw refusal;
        }
        Duration pause = backoff.pause();
        backoff = backoff.next();
        return pause;
    }

    /// Nothing can be said or heard there.
    void down(String why) {
        AnswerState state = LinkService.down(device, why);
        reporter.report(orders.wanted().stream()
                .map(Answer::address)
                .collect(Collectors.toMap(address -> address, _ -> state)));
    }
}
