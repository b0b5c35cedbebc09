package io.porterlb.layer2.answer;

import io.porterlb.address.IpAddress;
import io.porterlb.address.MacAddress;
import io.porterlb.layer2.Answer;
import io.porterlb.layer2.AnswerState;
import io.porterlb.layer2.answer.PhaseMachine.Step;
import io.porterlb.layer2.wire.Frame;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;

/// The addresses of one interface. For one thread.
public final class AnswerTable {
    private final DoubleSupplier random;
    private final Map<IpAddress, Phase> phases = new HashMap<>();
    private MacAddress own = MacAddress.ZERO;
    private boolean changed;

    /// An empty one.
    ///
    /// @param random gives numbers of at least 0 and less than 1
    public AnswerTable(DoubleSupplier random) {
        this.random = random;
    }

    /// The interface is up, for the first time or again.
    public void linkUp(MacAddress mac, long now) {
        own = mac;
        phases.replaceAll((address, phase) -> PhaseMachine.again(address.family(), phase, now, random.getAsDouble()));
    }

    /// Makes these the addresses. What is said of one that was there before goes on.
    public void want(Collection<Answer> answers, long now) {
        Map<IpAddress, Answer> wanted = answers.stream().collect(Collectors.toMap(Answer::address, a -> a));
        changed |= phases.keySet().retainAll(wanted.keySet());
        wanted.forEach((address, answer) -> {
            if (!phases.containsKey(address)) {
                put(address, PhaseMachine.begin(answer, now, random.getAsDouble()));
            }
        });
    }

    /// A lease has begun: what is announced is announced anew.
    public void announceAgain(long now) {
        phases.replaceAll((address, phase) ->
                phase.answers() ? PhaseMachine.again(address.family(), phase, now, random.getAsDouble()) : phase);
    }

    /// A frame came: notices who else has one of the addresses. A frame of our own that a loop in the network
    /// brings back says nothing.
    public void heard(Frame frame, long now) {
        Claim claim = Claim.of(frame);
        Phase phase = phases.get(claim.address());
        if (phase != null && !claim.by().equals(own) && !frame.source().equals(own)) {
            put(claim.address(), PhaseMachine.claimed(phase, claim, now));
        }
    }

    /// The answer to a frame; empty if it asks nothing, or for no address that is answered for.
    public Optional<Frame> reply(Frame frame) {
        return Replies.asked(frame)
                .map(phases::get)
                .filter(phase -> phase.answers() && !frame.source().equals(own))
                .flatMap(_ -> Replies.to(frame, own));
    }

    /// What is to be sent now.
    ///
    /// @param mayAnnounce whether announcements are; if not they stay due
    public List<Frame> due(long now, boolean mayAnnounce) {
        List<IpAddress> addresses = phases.entrySet().stream()
                .filter(entry -> isDue(entry.getValue(), now, mayAnnounce))
                .map(Map.Entry::getKey)
                .toList();
        List<Frame> frames = new ArrayList<>();
        for (IpAddress address : addresses) {
            Phase phase = Objects.requireNonNull(phases.get(address));
            while (isDue(phase, now, mayAnnounce)) {
                Step step = PhaseMachine.due(address.family(), phase, now, random.getAsDouble());
                frames.addAll(frames(step.say(), address));
                phase = step.next();
            }
            put(address, phase);
        }
        return frames;
    }

    private List<Frame> frames(PhaseMachine.Say say, IpAddress address) {
        return switch (say) {
            case PROBE -> Announcements.probe(address, own);
            case ANNOUNCEMENT -> Announcements.announcement(address, own);
            case NOTHING -> List.of();
        };
    }

    private static boolean isDue(Phase phase, long now, boolean mayAnnounce) {
        return phase.due() - now <= 0 && (mayAnnounce || !phase.answers());
    }

    /// How long until something is due, in nanoseconds, at least 0; empty if that depends on others.
    public OptionalLong untilDue(long now, boolean mayAnnounce) {
        return phases.values().stream()
                .filter(phase -> mayAnnounce || !phase.answers())
                .mapToLong(phase -> Math.max(0, phase.due() - now))
                .min();
    }

    private void put(IpAddress address, Phase phase) {
        Phase before = phases.put(address, phase);
        changed |= before == null || !before.state().equals(phase.state());
    }

    /// Whether [#states] are others than at the last call of this.
    public boolean takeChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }

    /// How each address is.
    public Map<IpAddress, AnswerState> states() {
        return phases.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().state()));
    }
}
