package io.porterlb.layer2.answer;

import io.porterlb.address.IpAddress;
import io.porterlb.layer2.AnswerState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/// The addresses of one interface, where each stands, and when the next thing is due. For one thread.
final class Phases {
    private final Map<IpAddress, Phase> phases = new HashMap<>();
    private final Agenda probes = new Agenda();
    private final Agenda announcements = new Agenda();
    private boolean changed;

    Optional<Phase> of(IpAddress address) {
        return Optional.ofNullable(phases.get(address));
    }

    void put(IpAddress address, Phase phase) {
        Phase before = phases.put(address, phase);
        changed |= before == null || !before.state().equals(phase.state());
        agenda(phase.answers()).add(phase.due());
    }

    void retain(Set<IpAddress> addresses) {
        changed |= phases.keySet().retainAll(addresses);
    }

    void replaceAll(BiFunction<IpAddress, Phase, Phase> next) {
        Map.copyOf(phases).forEach((address, phase) -> put(address, next.apply(address, phase)));
    }

    private Agenda agenda(boolean answering) {
        return answering ? announcements : probes;
    }

    /// Those of which something is to be said.
    ///
    /// @param answering of which: those that are answered for, or those that are not
    List<IpAddress> due(boolean answering, long now) {
        if (!agenda(answering).isPast(now)) {
            return List.of();
        }
        return phases.entrySet().stream()
                .filter(entry -> entry.getValue().answers() == answering)
                .filter(entry -> entry.getValue().due() - now <= 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    OptionalLong untilDue(boolean answering, long now) {
        Agenda agenda = agenda(answering);
        if (agenda.isPast(now)) {
            agenda.set(phases.values().stream()
                    .filter(phase -> phase.answers() == answering)
                    .mapToLong(Phase::due));
        }
        return agenda.until(now);
    }

    boolean takeChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }

    Map<IpAddress, AnswerState> states() {
        return phases.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().state()));
    }
}
