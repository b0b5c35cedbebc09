package io.porterlb.layer2.answer;

import io.porterlb.address.IpFamily;
import io.porterlb.address.MacAddress;
import io.porterlb.layer2.Answer;
import io.porterlb.layer2.answer.Phase.Announcing;
import io.porterlb.layer2.answer.Phase.Probing;
import io.porterlb.layer2.answer.Phase.Rival;
import java.time.Duration;
import java.util.Optional;

/// What becomes of an address. `random` is always at least 0 and less than 1.
final class PhaseMachine {
    /// Between two attempts to get an address that is in use: RATE_LIMIT_INTERVAL of [RFC 5227
    /// 2.1.1](https://www.rfc-editor.org/rfc/rfc5227#section-2.1.1).
    private static final long RETRY = Duration.ofMinutes(1).toNanos();

    /// A link that was gone for longer may be another one now, or somebody there have taken the address.
    private static final long SHORT_OUTAGE = Duration.ofSeconds(3).toNanos();

    private PhaseMachine() {}

    static Phase begin(Answer answer, long now, double random) {
        return switch (answer.start()) {
            case PROBE -> probing(answer.address().family(), now, random, Optional.empty());
            case TAKE_OVER -> Announcing.from(now);
        };
    }

    private static Probing probing(IpFamily family, long now, double random, Optional<MacAddress> inUse) {
        return new Probing(0, now + ProbeTimes.of(family).toFirst(random), inUse);
    }

    /// The link is there again, after so long: it is asked once more, as [RFC 5227
    /// 2.1](https://www.rfc-editor.org/rfc/rfc5227#section-2.1) wants it, but not because of a loose plug.
    static Phase linkUp(IpFamily family, Phase phase, long outage, long now, double random) {
        return switch (phase) {
            case Probing(var _, var _, var inUse) -> probing(family, now, random, inUse);
            case Announcing _ when outage > SHORT_OUTAGE -> probing(family, now, random, Optional.empty());
            case Announcing _ -> Announcing.from(now);
        };
    }

    /// A lease has begun. What is announced is announced anew: whoever was heard before was right, and has
    /// let go. What was being asked is asked at least once more, as no answer counted meanwhile; one that
    /// was found in use waits for its minute.
    static Phase leaseBegan(IpFamily family, Phase phase, long now, double random) {
        return switch (phase) {
            case Probing(var sent, var due, var _) when sent == 0 && due - now > 0 -> phase;
            case Probing(var sent, var _, var inUse) ->
                new Probing(
                        Math.min(sent, ProbeTimes.of(family).count() - 1),
                        now + ProbeTimes.of(family).toFirst(random),
                        inUse);
            case Announcing _ -> Announcing.from(now);
        };
    }

    /// The time has come. Who has got no answer to his probes has the address; and who has outlasted a
    /// rival tells it as at first.
    static Phase ripe(IpFamily family, Phase phase, long now) {
        return switch (phase) {
            case Probing probing -> probing.sent() < ProbeTimes.of(family).count() ? probing : Announcing.from(now);
            case Announcing(var _, var _, var rival) ->
                rival.filter(other -> other.end() - now <= 0).isPresent() ? Announcing.from(now) : phase;
        };
    }

    /// What was due has been said.
    static Phase said(IpFamily family, Phase phase, long now, double random) {
        return switch (phase) {
            case Probing(var sent, var _, var inUse) ->
                new Probing(sent + 1, now + ProbeTimes.of(family).afterProbe(sent + 1, random), inUse);
            case Announcing(var sent, var _, var rival) ->
                new Announcing(sent + 1, now + AnnouncementSchedule.gapAfter(sent + 1, random), rival);
        };
    }

    /// Somebody else says that the address is his, or is about to take it. That is a conflict only while
    /// the lease holds; without it he is who has it.
    static Phase claimed(Phase phase, Claim claim, boolean leased, long now, double random) {
        return switch (phase) {
            case Probing(var sent, var _, var inUse) ->
                !leased || (sent == 0 && inUse.isPresent())
                        ? phase
                        : probing(claim.address().family(), now + RETRY, random, Optional.of(claim.by()));
            case Announcing announcing when claim.probe() -> announcing;
            case Announcing(var sent, var next, var rival) ->
                new Announcing(sent, next, leased ? Optional.of(heard(rival, claim, now)) : Optional.empty());
        };
    }

    /// The first one is told of until all are silent: two of them do not take turns.
    private static Rival heard(Optional<Rival> first, Claim claim, long now) {
        return new Rival(first.map(Rival::mac).orElse(claim.by()), now);
    }
}
