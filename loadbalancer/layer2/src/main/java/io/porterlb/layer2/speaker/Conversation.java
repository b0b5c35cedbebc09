package io.porterlb.layer2.speaker;

import io.porterlb.layer2.Answer;
import io.porterlb.layer2.answer.AnswerTable;
import io.porterlb.layer2.answer.Due;
import io.porterlb.layer2.answer.Lease;
import io.porterlb.layer2.net.FrameExchange;
import io.porterlb.layer2.wire.Frame;
import io.porterlb.layer2.wire.ReadResult;
import io.porterlb.libc.SystemCallException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// What is heard and said on a link, as far as the lease allows, which is asked right before each frame.
/// For the thread of its [DeviceLoop].
final class Conversation {
    private static final Logger LOG = System.getLogger(Conversation.class.getName());

    /// Frames of one kind that are taken in a row, so that a flood of them holds nothing else up.
    private static final int IN_A_ROW = 64;

    /// More of them than wait in a socket, whose 208 KiB (`net.core.rmem_default`) hold some hundred.
    private static final int ALL = 4096;

    private final FrameExchange exchange;
    private final AnswerTable table;
    private final Permit permit;

    /// The number of the lease that this is held under; nothing is said under a later one.
    private int lease;

    Conversation(FrameExchange exchange, AnswerTable table, Permit permit) {
        this.exchange = exchange;
        this.table = table;
        this.permit = permit;
        lease = permit.lease().number();
    }

    /// What came before a lease was for somebody else, and this process may have been stopped meanwhile:
    /// it is taken while this is not yet held under the new one, so that nothing of it is answered.
    void continueUnder(Lease current) throws SystemCallException {
        if (current.number() != lease) {
            hear(ALL);
            lease = current.number();
            table.leaseBegan(System.nanoTime());
        }
    }

    /// Makes these the addresses. What waits in the kernel was said while the new ones were somebody
    /// else's, such as the announcements of who had them until now: it is taken before they are there, and
    /// is no conflict.
    void want(List<Answer> answers) throws SystemCallException {
        boolean allThere = table.retain(answers.stream().map(Answer::address).collect(Collectors.toSet()));
        if (!allThere) {
            hear(ALL);
        }
        table.want(answers, System.nanoTime());
    }

    private boolean may() {
        return permit.allows(lease, System.nanoTime());
    }

    /// Hears and answers what has come; not all of it, if it is much.
    void hear() throws SystemCallException {
        hear(IN_A_ROW);
    }

    private void hear(int most) throws SystemCallException {
        for (ReadResult result : exchange.receive(most)) {
            switch (result) {
                case ReadResult.Valid(var frame) -> take(frame);
                case ReadResult.Discarded(var reason) -> LOG.log(Level.TRACE, () -> "a frame " + reason);
            }
        }
    }

    private void take(Frame frame) throws SystemCallException {
        table.heard(frame, may(), System.nanoTime());
        Optional<Frame> reply = table.reply(frame);
        if (reply.isPresent() && may()) {
            exchange.send(reply.get());
        }
    }

    /// Sends the announcements that are due.
    ///
    /// @return whether the kernel has taken them all
    boolean announce() throws SystemCallException {
        return !may() || sayAll(table.announcements(System.nanoTime()));
    }

    /// Sends the probes that are due. Without the lease they would be a conflict for who has the address
    /// now.
    ///
    /// @return whether the kernel has taken them all
    boolean probe() throws SystemCallException {
        return !may() || sayAll(table.probes(System.nanoTime()));
    }

    private boolean sayAll(List<Due> all) throws SystemCallException {
        boolean taken = true;
        for (Due due : all) {
            taken &= say(due);
        }
        return taken;
    }

    private boolean say(Due due) throws SystemCallException {
        for (Frame frame : due.frames()) {
            if (!may() || !exchange.send(frame)) {
                return false;
            }
        }
        table.said(due, System.nanoTime());
        return true;
    }

    /// How long until something is due, in nanoseconds; empty if that depends on others.
    OptionalLong untilDue() {
        return table.untilDue(may(), System.nanoTime());
    }
}
