package io.porterlb.layer2.speaker;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.layer2.Answer;
import io.porterlb.layer2.AnswerState;
import io.porterlb.layer2.answer.AnswerTable;
import io.porterlb.layer2.net.Link;
import io.porterlb.layer2.net.LinkNews;
import io.porterlb.layer2.net.LinkSockets;
import io.porterlb.layer2.net.NativeScope;
import io.porterlb.layer2.net.Received;
import io.porterlb.layer2.net.Waiting;
import io.porterlb.layer2.net.Wakeup;
import io.porterlb.layer2.wire.Frame;
import io.porterlb.layer2.wire.ReadResult;
import io.porterlb.libc.SystemCallException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// An interface while it is up. For the thread of its [DeviceLoop].
final class LinkService {
    private final String device;
    private final Link.Up link;
    private final AnswerTable table;
    private final Permit permit;
    private final Reporter reporter;
    private final LinkSockets sockets;
    private List<Answer> wanted = List.of();
    private long leasedSince;

    LinkService(NativeScope scope, String device, Link.Up link, AnswerTable table, Permit permit, Reporter reporter)
            throws SystemCallException {
        this.device = device;
        this.link = link;
        this.table = table;
        this.permit = permit;
        this.reporter = reporter;
        sockets = new LinkSockets(scope, link);
        leasedSince = permit.lease().since();
        table.linkUp(link.mac(), System.nanoTime());
    }

    static AnswerState down(String device, String why) {
        return new AnswerState.LinkDown("cannot answer on " + device + ": " + why);
    }

    Waiting waiting(NativeScope scope, LinkNews news, Wakeup wakeup) {
        return Waiting.of(scope, news, wakeup, sockets);
    }

    /// Does all that there is to do.
    ///
    /// @return how long there is nothing more, in nanoseconds, if nothing comes; empty: for ever
    OptionalLong turn(List<Answer> answers) throws SystemCallException {
        boolean others = !answers.equals(wanted);
        if (others) {
            want(answers);
        }
        noticeNewLease();
        for (Received frame : sockets.receive()) {
            take(frame);
        }
        sendWhatIsDue();
        if (table.takeChanged() || others) {
            reporter.report(states());
        }
        long now = System.nanoTime();
        return table.untilDue(now, permit.lease().holds(now));
    }

    private void want(List<Answer> answers) throws SystemCallException {
        wanted = answers;
        List<Answer> possible = answers.stream().filter(this::isPossible).toList();
        table.want(possible, System.nanoTime());
        sockets.hearFor(possible.stream()
                .map(Answer::address)
                .filter(address -> address.family() == IpFamily.V6)
                .collect(Collectors.toSet()));
    }

    private boolean isPossible(Answer answer) {
        return link.ipv6() || answer.address().family() == IpFamily.V4;
    }

    private void noticeNewLease() {
        long since = permit.lease().since();
        if (since != leasedSince) {
            leasedSince = since;
            table.announceAgain(System.nanoTime());
        }
    }

    private void take(Received received) throws SystemCallException {
        if (received.result() instanceof ReadResult.Valid(var frame)) {
            long now = System.nanoTime();
            table.heard(frame, now);
            if (permit.lease().covers(now - received.age().toNanos(), now)) {
                send(table.reply(frame).stream().toList());
            }
        }
    }

    /// Probes claim nothing. The lease may end between two announcements.
    private void sendWhatIsDue() throws SystemCallException {
        long now = System.nanoTime();
        send(table.due(now, false));
        if (permit.lease().holds(now)) {
            for (Frame frame : table.due(now, true)) {
                if (permit.lease().holds(System.nanoTime())) {
                    sockets.send(frame);
                }
            }
        }
    }

    private void send(List<Frame> frames) throws SystemCallException {
        for (Frame frame : frames) {
            sockets.send(frame);
        }
    }

    private Map<IpAddress, AnswerState> states() {
        Map<IpAddress, AnswerState> states = new HashMap<>(table.states());
        for (Answer answer : wanted) {
            states.computeIfAbsent(answer.address(), _ -> down(device, "IPv6 is off there."));
        }
        return states;
    }
}
