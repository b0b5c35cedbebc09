package io.porterlb.ownership.council;

import io.porterlb.address.IpAddress;
import io.porterlb.ownership.Configuration;
import io.porterlb.ownership.Lease;
import io.porterlb.ownership.Member;
import io.porterlb.ownership.Timing;
import io.porterlb.ownership.council.Output.Send;
import io.porterlb.ownership.message.Message.Acknowledgement;
import io.porterlb.ownership.message.Message.Challenge;
import io.porterlb.ownership.message.Message.Heartbeat;
import io.porterlb.ownership.message.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A node as it asks the council for addresses. It claims what it is nominated for, has what enough arbiters
/// grant, and lets go what it is told to.
///
/// It says nothing until it knows what it can serve: from one that has just restarted and can't serve what
/// is kept for it, that would be taken away.
public final class Claimant {
    private final long boot;
    private final Timing timing;
    private final Claims claims;
    private final Votes votes;
    private final SentTimes sent;
    private Configuration configuration;
    private Set<IpAddress> wanted = Set.of();
    private Optional<Set<String>> capabilities = Optional.empty();
    private boolean stopping;
    private boolean backSoon;
    private long stated;
    private long sequence;
    private long nextHeartbeat;

    /// @param boot a random number
    Claimant(long boot, Configuration configuration, Timing timing, long now) {
        this.boot = boot;
        this.configuration = configuration;
        this.timing = timing;
        claims = new Claims(timing.patience().toNanos(), now);
        votes = new Votes(timing.term().toNanos());
        sent = new SentTimes(timing.term().toNanos());
        nextHeartbeat = now;
    }

    /// What it has now. One address that is about to end shortens the lease for all until it has ended.
    Lease lease(long now) {
        return stopping ? new Lease(Set.of(), now) : claims.lease(now);
    }

    boolean inForce() {
        return votes.inForce(configuration);
    }

    long nextHeartbeat() {
        return nextHeartbeat;
    }

    List<Send> timePassed(long now) {
        boolean withdrawn = claims.removeStale(votes, now);
        return withdrawn || nextHeartbeat - now <= 0 ? heartbeats(now, withdrawn) : List.of();
    }

    List<Send> configured(Configuration next, long now) {
        configuration = next;
        return heartbeats(now, false);
    }

    List<Send> wanted(Set<IpAddress> addresses, long now) {
        wanted = addresses;
        return claims.retain(addresses) ? heartbeats(now, true) : List.of();
    }

    List<Send> offered(Set<String> next, long now) {
        if (Optional.of(next).equals(capabilities)) {
            return List.of();
        }
        capabilities = Optional.of(next);
        return heartbeats(now, true);
    }

    /// Has nothing any more. It says so three times: it will not learn whether it was heard.
    List<Send> stopping(boolean keep, long now) {
        stopping = true;
        backSoon = keep;
        capabilities = Optional.of(Set.of());
        if (!keep) {
            claims.retain(Set.of());
        }
        stated++;
        return Stream.generate(() -> heartbeats(now, false))
                .limit(3)
                .flatMap(List::stream)
                .toList();
    }

    List<Send> challenged(String arbiter, Challenge challenge, long now) {
        Vote vote = votes.of(arbiter);
        boolean isFresh = challenge.boot() == boot && challenge.sequence() > vote.challenged();
        if (!isFresh || sent.of(challenge.sequence()).isEmpty()) {
            return List.of();
        }
        votes.put(arbiter, vote.challengedBy(challenge));
        return heartbeats(now, false);
    }

    List<Send> acknowledged(String arbiter, Acknowledgement answer, long now) {
        Vote vote = votes.of(arbiter);
        Optional<Long> sentAt = sent.of(answer.sequence());
        if (!vote.isContinuedBy(answer) || sentAt.isEmpty()) {
            return List.of();
        }
        votes.put(arbiter, vote.continued(answer, sentAt.get()));
        claims.extend(votes, configuration, now);
        return obey(answer, now);
    }

    private List<Send> obey(Acknowledgement answer, long now) {
        boolean released = claims.remove(answer.release());
        boolean claimed = claims.nominate(answer.nominated(), wanted, stated + 1, now);
        return released || claimed ? heartbeats(now, true) : List.of();
    }

    private List<Send> heartbeats(long now, boolean changed) {
        if (changed || stated == 0) {
            stated++;
        }
        sequence++;
        sent.put(sequence, now);
        nextHeartbeat = now + timing.heartbeat().toNanos();
        return capabilities.stream()
                .flatMap(known -> arbiters().map(arbiter -> heartbeat(arbiter, known)))
                .toList();
    }

    private Stream<Member> arbiters() {
        return Stream.concat(configuration.council().seats().stream(), configuration.previous().seats().stream())
                .distinct();
    }

    private Send heartbeat(Member arbiter, Set<String> known) {
        Vote vote = votes.of(arbiter.name());
        Optional<Statement> statement =
                Optional.of(new Statement(claims.addresses(), known, backSoon)).filter(_ -> vote.version() != stated);
        Optional<Configuration> newer =
                Optional.of(configuration).filter(mine -> vote.generation() < mine.generation());
        Heartbeat heartbeat =
                new Heartbeat(boot, vote.session(), sequence, configuration.generation(), stated, statement, newer);
        return new Send(arbiter.name(), arbiter.endpoint(), heartbeat);
    }
}
