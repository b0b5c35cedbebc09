package io.porterlb.layer2.answer;

import io.porterlb.address.IpAddress;
import io.porterlb.address.MacAddress;
import io.porterlb.layer2.Answer;
import io.porterlb.layer2.AnswerState;
import io.porterlb.layer2.wire.Frame;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// The addresses of one interface. For one thread.
public final class AnswerTable {
    private final DoubleSupplier random;
    private final Predicate<MacAddress> ours;
    private final Phases phases = new Phases();
    private Map<IpAddress, Answer> wanted = Map.of();
    private MacAddress own = MacAddress.ZERO;
    private OptionalLong downSince = OptionalLong.empty();

    /// An empty one.
    ///
    /// @param random gives numbers of at least 0 and less than 1
    /// @param ours whether this machine speaks from a MAC address, on this interface or another
    public AnswerTable(DoubleSupplier random, Predicate<MacAddress> ours) {
        this.random = random;
        this.ours = ours;
    }

    /// Nothing can be heard or said from now on, if it was not so before.
    public void linkDown(long now) {
        downSince = OptionalLong.of(downSince.orElse(now));
    }

    /// The interface is up, for the first time or again.
    public void linkUp(MacAddress mac, long now) {
        long outage = now - downSince.orElse(now);
        downSince = OptionalLong.empty();
        own = mac;
        phases.replaceAll(
                (address, phase) -> PhaseMachine.linkUp(address.family(), phase, outage, now, random.getAsDouble()));
    }

    /// A lease has begun: what is announced is announced anew, and what is probed for is asked once more
    /// at least.
    public void leaseBegan(long now) {
        phases.replaceAll(
                (address, phase) -> PhaseMachine.leaseBegan(address.family(), phase, now, random.getAsDouble()));
    }

    /// Gives up all other addresses.
    ///
    /// @return whether all of these are there
    public boolean retain(Set<IpAddress> addresses) {
        phases.retain(addresses);
        return addresses.stream().allMatch(address -> phases.of(address).isPresent());
    }

    /// Makes these the addresses. What is said of one that was there before goes on, but for one that is not
    /// answered for yet and is to be taken over now.
    public void want(Collection<Answer> answers, long now) {
        Map<IpAddress, Answer> before = wanted;
        wanted = answers.stream().collect(Collectors.toMap(Answer::address, a -> a));
        phases.retain(wanted.keySet());
        wanted.forEach((address, answer) -> {
            if (begins(answer, before.get(address))) {
                phases.put(address, PhaseMachine.begin(answer, now, random.getAsDouble()));
            }
        });
    }

    /// An order to take over counts once, when it is new: the link may have been asked for good reason
    /// since.
    private boolean begins(Answer answer, @Nullable Answer before) {
        boolean order = answer.start() == Answer.Start.TAKE_OVER && !answer.equals(before);
        return phases.of(answer.address())
                .map(phase -> order && !phase.answers())
                .orElse(true);
    }

    /// A frame came: notices who else has one of the addresses. A frame of our own says nothing: a loop in
    /// the network brings it back, or another interface on the same link has sent it ([RFC 5227
    /// 2.1.1](https://www.rfc-editor.org/rfc/rfc5227#section-2.1.1)).
    ///
    /// @param leased whether this machine is the one that answers
    public void heard(Frame frame, boolean leased, long now) {
        Claim claim = Claim.of(frame);
        if (!ours.test(claim.by()) && !ours.test(frame.source())) {
            phases.of(claim.address())
                    .map(phase -> PhaseMachine.claimed(phase, claim, leased, now, random.getAsDouble()))
                    .ifPresent(phase -> phases.put(claim.address(), phase));
        }
    }

    /// The answer to a frame; empty if it asks nothing, or for no address that is answered for.
    public Optional<Frame> reply(Frame frame) {
        return Replies.asked(frame)
                .flatMap(phases::of)
                .filter(phase -> phase.answers() && !frame.source().equals(own))
                .flatMap(_ -> Replies.to(frame, own));
    }

    /// Probes that are to be sent now, if they may be. Each is due until it is [#said].
    public List<Due> probes(long now) {
        return due(false, now);
    }

    /// Announcements that are to be sent now, if they may be. Each is due until it is [#said].
    public List<Due> announcements(long now) {
        return due(true, now);
    }

    private List<Due> due(boolean answering, long now) {
        List<Due> due = new ArrayList<>();
        for (IpAddress address : phases.due(answering, now)) {
            Phase ripe = PhaseMachine.ripe(address.family(), phases.of(address).orElseThrow(), now);
            phases.put(address, ripe);
            if (ripe.answers() == answering) {
                due.add(new Due(address, frames(ripe, address)));
            }
        }
        return due;
    }

    private List<Frame> frames(Phase phase, IpAddress address) {
        return switch (phase) {
            case Phase.Probing _ -> Announcements.probe(address, own);
            case Phase.Announcing _ -> Announcements.announcement(address, own);
        };
    }

    /// It has been sent.
    public void said(Due due, long now) {
        IpAddress address = due.address();
        Phase phase = phases.of(address).orElseThrow();
        phases.put(address, PhaseMachine.said(address.family(), phase, now, random.getAsDouble()));
    }

    /// How long until something is due, in nanoseconds, at least 0; empty if that depends on others.
    ///
    /// @param leased whether anything may be sent
    public OptionalLong untilDue(boolean leased, long now) {
        return leased
                ? LongStream.concat(phases.untilDue(false, now).stream(), phases.untilDue(true, now).stream())
                        .min()
                : OptionalLong.empty();
    }

    /// Whether [#states] are others than at the last call of this.
    public boolean takeChanged() {
        return phases.takeChanged();
    }

    /// How each address is.
    public Map<IpAddress, AnswerState> states() {
        return phases.states();
    }
}
