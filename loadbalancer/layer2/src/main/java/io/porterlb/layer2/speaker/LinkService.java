package io.porterlb.layer2.speaker;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.layer2.Answer;
import io.porterlb.layer2.AnswerState;
import io.porterlb.layer2.answer.AnswerTable;
import io.porterlb.layer2.answer.Lease;
import io.porterlb.layer2.net.FrameExchange;
import io.porterlb.layer2.net.Link;
import io.porterlb.libc.SystemCallException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/// An interface while it is up. For the thread of its [DeviceLoop].
final class LinkService {
    /// Before what the kernel did not take is sent again.
    private static final long PAUSE = Duration.ofMillis(100).toNanos();

    private final String device;
    private final Link.Up link;
    private final FrameExchange exchange;
    private final AnswerTable table;
    private final Reporter reporter;
    private final Conversation conversation;
    private List<Answer> wanted = List.of();
    private boolean begun;
    private boolean unreported;

    LinkService(
            String device, Link.Up link, FrameExchange exchange, AnswerTable table, Permit permit, Reporter reporter) {
        this.device = device;
        this.link = link;
        this.exchange = exchange;
        this.table = table;
        this.reporter = reporter;
        conversation = new Conversation(exchange, table, permit);
        table.linkUp(link.mac(), System.nanoTime());
    }

    static AnswerState down(String device, String why) {
        return new AnswerState.LinkDown("cannot answer on " + device + ": " + why);
    }

    /// Says and hears all that there is.
    ///
    /// @param lease as it was before the addresses were asked for; under a later one nothing is said in
    ///     this turn
    /// @return how long there is nothing more, in nanoseconds, if nothing comes; empty: for ever
    OptionalLong turn(Lease lease, List<Answer> answers) throws SystemCallException {
        conversation.continueUnder(lease);
        boolean others = !begun || !answers.equals(wanted); // the table may know some of an earlier time
        if (others) {
            begun = true;
            wanted = answers;
            conversation.want(possible());
        }
        conversation.hear();
        boolean announced = conversation.announce();
        // To join a thousand groups takes its time: announcements do not wait for that, but probes need the answers.
        if (others) {
            exchange.hearFor(ipv6());
        }
        boolean probed = conversation.probe();
        unreported |= table.takeChanged() || others;
        return rest(announced && probed);
    }

    /// Tells the listener what has changed. Not part of a turn, whose end others may wait for, a listener
    /// too.
    void report() {
        if (unreported) {
            unreported = false;
            reporter.report(states());
        }
    }

    private List<Answer> possible() {
        return wanted.stream()
                .filter(answer -> link.ipv6() || answer.address().family() == IpFamily.V4)
                .toList();
    }

    private Set<IpAddress> ipv6() {
        return possible().stream()
                .map(Answer::address)
                .filter(address -> address.family() == IpFamily.V6)
                .collect(Collectors.toSet());
    }

    private OptionalLong rest(boolean allTaken) {
        OptionalLong rest = conversation.untilDue();
        return allTaken ? rest : OptionalLong.of(Math.max(PAUSE, rest.orElse(PAUSE)));
    }

    private Map<IpAddress, AnswerState> states() {
        Map<IpAddress, AnswerState> states = new HashMap<>(table.states());
        for (Answer answer : wanted) {
            states.computeIfAbsent(answer.address(), _ -> down(device, "IPv6 is off there."));
        }
        return states;
    }
}
