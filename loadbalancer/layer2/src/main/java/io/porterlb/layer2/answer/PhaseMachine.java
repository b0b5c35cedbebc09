package io.porterlb.layer2.answer;

import io.porterlb.address.IpFamily;
import io.porterlb.address.MacAddress;
import io.porterlb.layer2.Answer;
import io.porterlb.layer2.answer.Phase.Announcing;
import io.porterlb.layer2.answer.Phase.InUse;
import io.porterlb.layer2.answer.Phase.Probing;
import io.porterlb.layer2.answer.Phase.Rival;
import java.time.Duration;
import java.util.Optional;

/// What becomes of an address. `random` is always at least 0 and less than 1.
final class PhaseMachine {
    /// Between two attempts to get an address that is in use: RATE_LIMIT_INTERVAL of [RFC 5227
    /// 2.1.1](https://www.rfc-editor.org/rfc/rfc5227#section-2.1.1).
    private static final long RETRY = Duration.ofMinutes(1).toNanos();

    /// A rival that was not heard for so long is one no more.
    private static final long SILENCE = Duration.ofMinutes(1).toNanos();

    private PhaseMachine() {}

    /// What is to be said now.
    enum Say {
        PROBE,
        ANNOUNCEMENT,
        NOTHING
    }

    record Step(Phase next, Say say) {}

    static Phase begin(Answer answer, long now, double random) {
        return switch (answer.start()) {
            case PROBE -> probing(answer.address().family(), now, random, Optional.empty());
            case TAKE_OVER -> new Announcing(0, now, Optional.empty());
        };
    }

    private static Probing probing(IpFamily family, long now, double random, Optional<MacAddress> inUse) {
        return new Probing(0, now + ProbeTimes.of(family).toFirst(random), inUse);
    }

    /// The link is there again, or a lease has begun: others may have announced in the meantime.
    static Phase again(IpFamily family, Phase phase, long now, double random) {
        return switch (phase) {
            case Probing(var _, var _, var inUse) -> probing(family, now, random, inUse);
            case InUse(var by, var _) -> probing(family, now, random, Optional.of(by));
            case Announcing(var _, var _, var rival) -> new Announcing(0, now, rival);
        };
    }

    /// The time has come.
    static Step due(IpFamily family, Phase phase, long now, double random) {
        return switch (phase) {
            case Probing probing -> probe(ProbeTimes.of(family), probing, now, random);
            case InUse(var by, var _) -> new Step(probing(family, now, random, Optional.of(by)), Say.NOTHING);
            case Announcing(var sent, var _, var rival) ->
                new Step(
                        new Announcing(
                                sent + 1,
                                now + AnnouncementSchedule.gapAfter(sent + 1, random),
                                rival.filter(other -> now - other.heard() < SILENCE)),
                        Say.ANNOUNCEMENT);
        };
    }

    private static Step probe(ProbeTimes times, Probing probing, long now, double random) {
        int sent = probing.sent() + 1;
        return probing.sent() < times.count()
                ? new Step(new Probing(sent, now + times.afterProbe(sent, random), probing.inUse()), Say.PROBE)
                : new Step(new Announcing(0, now, Optional.empty()), Say.NOTHING);
    }

    /// Somebody else says that the address is his, or is about to take it.
    static Phase claimed(Phase phase, Claim claim, long now) {
        return switch (phase) {
            case Probing _ -> new InUse(claim.by(), now + RETRY);
            case InUse _ -> phase;
            case Announcing announcing -> claim.probe() ? announcing : contested(announcing, claim, now);
        };
    }

    /// The first rival is the one that is told of, until it is silent: two of them do not take turns.
    private static Announcing contested(Announcing phase, Claim claim, long now) {
        Rival heard = new Rival(claim.by(), now);
        Rival kept = phase.rival()
                .filter(first -> !first.mac().equals(claim.by()) && now - first.heard() < SILENCE)
                .orElse(heard);
        return new Announcing(phase.sent(), phase.due(), Optional.of(kept));
    }
}
