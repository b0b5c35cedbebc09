package io.porterlb.agent.layer2;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.view.Layer2Report.Owned;
import io.porterlb.desired.view.Layer2Report.State;
import io.porterlb.layer2.AnswerState;
import io.porterlb.layer2.AnswerStatus;
import io.porterlb.layer2.Layer2Listener;
import io.porterlb.layer2.link.Refusal;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Notes how it is with each address and since when, and passes on that it has changed. Any thread.
final class AnswerNews implements Layer2Listener {
    private static final Logger LOG = System.getLogger(AnswerNews.class.getName());

    private final Map<IpAddress, Owned> owned = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final Consumer<IpAddress> leftInUse;
    private final Consumer<Boolean> changed;

    /// @param leftInUse told of an address that somebody else has and that was looked after until now
    /// @param changed whether it is something to be told of at once
    AnswerNews(InstantSource clock, Consumer<IpAddress> leftInUse, Consumer<Boolean> changed) {
        this.clock = clock;
        this.leftInUse = leftInUse;
        this.changed = changed;
    }

    @Override
    public void changed(AnswerStatus status) {
        Owned now = owned(status);
        Owned before = owned.put(status.address(), now);
        boolean wrong = !now.message().isEmpty();
        boolean wasWrong = before != null && !before.message().isEmpty();
        LOG.log(
                wrong ? Level.WARNING : Level.INFO,
                () -> now.address() + " on " + now.device() + ": " + now.state() + " " + now.message());
        changed.accept(wrong || wasWrong);
    }

    /// One that is on another interface by now stays.
    @Override
    public void gone(IpAddress address, String device) {
        owned.computeIfPresent(address, (_, last) -> last.device().equals(device) ? left(last) : last);
    }

    private @Nullable Owned left(Owned last) {
        if (last.state() == State.IN_USE) {
            leftInUse.accept(last.address());
        }
        return null;
    }

    /// Whether somebody else was found to have it, and it is still asked for again and again.
    boolean isInUse(IpAddress address) {
        return Optional.ofNullable(owned.get(address))
                .filter(one -> one.state() == State.IN_USE)
                .isPresent();
    }

    private Owned owned(AnswerStatus status) {
        String since = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        return new Owned(status.address(), status.device(), state(status.state()), since, message(status));
    }

    private static State state(AnswerState state) {
        return switch (state) {
            case AnswerState.Probing() -> State.PROBING;
            case AnswerState.Announcing() -> State.ANNOUNCING;
            case AnswerState.Conflict(var _, var answering) -> answering ? State.CONTESTED : State.IN_USE;
            case AnswerState.LinkDown _ -> State.LINK_DOWN;
        };
    }

    private static String message(AnswerStatus status) {
        String where = status.address() + " on " + status.device();
        return switch (status.state()) {
            case AnswerState.Probing(), AnswerState.Announcing() -> "";
            case AnswerState.Conflict(var other, var answering) ->
                answering
                        ? other + " answers for " + where
                                + " too: find that machine, or take the address out of the Eip."
                        : other + " has " + where
                                + " already, so it is not answered for here: find that machine, or take"
                                + " the address out of the Eip. It is asked for again each minute.";
            case AnswerState.LinkDown(var why) -> why;
        };
    }

    /// How it is with these addresses, in order. One that nothing was heard of yet is about to be begun with.
    ///
    /// @param refused those that there is no interface for, and why
    List<Owned> of(Collection<IpAddress> addresses, Map<IpAddress, Refusal> refused) {
        return addresses.stream()
                .sorted()
                .flatMap(address -> Optional.ofNullable(refused.get(address))
                        .map(refusal -> new Owned(address, "", State.LINK_DOWN, "", refusal.sentence()))
                        .or(() -> Optional.ofNullable(owned.get(address)))
                        .stream())
                .toList();
    }
}
