package io.porterlb.ownership.council;

import io.porterlb.address.IpAddress;
import io.porterlb.ownership.Configuration;
import io.porterlb.ownership.Eligibility;
import io.porterlb.ownership.Endpoint;
import io.porterlb.ownership.Member;
import io.porterlb.ownership.Timing;
import io.porterlb.ownership.council.Coordinator.Proposal;
import io.porterlb.ownership.council.Output.Send;
import io.porterlb.ownership.message.Message.Acknowledgement;
import io.porterlb.ownership.message.Message.Challenge;
import io.porterlb.ownership.message.Message.Heartbeat;
import io.porterlb.ownership.message.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A node as it is asked for addresses, whoever asks. It keeps one promise: an address that it granted to
/// one node it grants to no other, until that one has let it go, or was not heard for longer than a lease
/// lasts.
///
/// It remembers nothing beyond its process, so for as long after it started it grants nothing at all.
public final class Arbiter {
    private final String name;
    private final Timing timing;
    private final long startedAt;
    private final Peers peers;
    private final Ledger ledger = new Ledger();
    private final Coordinator coordinator = new Coordinator();
    private final Attendance attendance;
    private Configuration configuration;
    private long deadline;
    private boolean settled;
    private long witnessUntil;

    /// @param boot a random number
    Arbiter(String name, long boot, Configuration configuration, Timing timing, long now) {
        this.name = name;
        this.configuration = configuration;
        this.timing = timing;
        startedAt = now;
        peers = new Peers(boot, timing.patience().toNanos());
        attendance = new Attendance(timing.patience().toNanos());
        witnessUntil = now;
        deadline = now + timing.patience().toNanos();
    }

    /// When time itself changes something; not later.
    long deadline() {
        return deadline;
    }

    List<Send> configured(Configuration next, long now) {
        configuration = next;
        return reconsider(now);
    }

    /// The witness gives its word to this arbiter until then: its vote counts twice where the council asks
    /// for that.
    void witnessed(long until) {
        witnessUntil = until;
    }

    List<Send> wanted(Map<IpAddress, Eligibility> addresses, long now) {
        coordinator.wanted(addresses);
        return reconsider(now);
    }

    /// Frees the addresses of who is silent, or finds that it may grant now.
    List<Send> timePassed(long now) {
        if (deadline - now > 0) {
            return List.of();
        }
        settled = now - startedAt >= timing.patience().toNanos();
        List<Send> answers = new ArrayList<>(pass(ledger.expire(now), now));
        answers.addAll(reconsider(now));
        peers.forget(now, 10 * timing.absence().toNanos());
        deadline = nextDeadline(now);
        return answers;
    }

    private long nextDeadline(long now) {
        long atLatest = now + timing.patience().toNanos();
        long first = earlier(atLatest, ledger.firstEnd().orElse(atLatest));
        return earlier(first, peers.firstSilence(now).orElse(atLatest));
    }

    /// Takes a heartbeat. The time must have been read after it was received.
    List<Send> heard(String from, Endpoint source, Heartbeat heartbeat, long now) {
        Optional<Peer> peer = peers.conversing(from, heartbeat);
        if (peer.isEmpty()) {
            Challenge challenge = new Challenge(peers.offer(from, source, now), heartbeat.boot(), heartbeat.sequence());
            return List.of(new Send(from, source, challenge));
        }
        boolean isNew = heartbeat.sequence() > peer.get().sequence();
        return isNew ? taken(from, peer.get(), peer.get().heard(source, heartbeat, now), now) : List.of();
    }

    private List<Send> taken(String from, Peer before, Peer after, long now) {
        boolean wasAlive = peers.isAlive(from, now);
        peers.put(from, after);
        List<IpAddress> free = ledger.release(from, dropped(before, after));
        boolean granted = ledger.grant(from, after.statement().claims(), now + tenure(after));
        List<Send> answers = new ArrayList<>(pass(free, now));
        answers.addAll(answer(from, now));
        boolean isAlive = peers.isAlive(from, now);
        if (isAlive && !wasAlive) {
            attendance.arrives(now);
        }
        if (granted || before.version() != after.version() || wasAlive != isAlive) {
            answers.addAll(reconsider(now));
        }
        return answers;
    }

    private long tenure(Peer peer) {
        return (peer.statement().backSoon() ? timing.absence() : timing.patience()).toNanos();
    }

    /// What it claimed before in this conversation, and does not claim now. What it held in another one is
    /// kept for it: it is the same node, after a restart.
    private static Set<IpAddress> dropped(Peer before, Peer after) {
        Set<IpAddress> dropped = new HashSet<>(before.statement().claims());
        dropped.removeAll(after.statement().claims());
        return dropped;
    }

    /// Gives what has become free to those who wait for it, as if they had asked now: what counts is when
    /// they were heard.
    private List<Send> pass(Collection<IpAddress> free, long now) {
        Set<String> winners = new HashSet<>();
        for (IpAddress address : free) {
            peers.claimant(address, now).ifPresent(node -> {
                long until = peers.get(node).heardAt() + timing.patience().toNanos();
                ledger.grant(node, List.of(address), until);
                winners.add(node);
            });
        }
        return answers(winners, now);
    }

    private List<Send> reconsider(long now) {
        boolean all = attendance.isComplete(configuration.council(), peers, now);
        return answers(coordinates(now) ? coordinator.propose(peers, ledger, all, now) : coordinator.rest(), now);
    }

    /// The first living arbiter does, when it has heard everybody.
    private boolean coordinates(long now) {
        Optional<String> first = configuration.council().seats().stream()
                .map(Member::name)
                .filter(seat -> seat.equals(name) || peers.isAlive(seat, now))
                .findFirst();
        return settled && first.equals(Optional.of(name));
    }

    private List<Send> answers(Collection<String> nodes, long now) {
        return nodes.stream()
                .sorted()
                .flatMap(node -> answer(node, now).stream())
                .toList();
    }

    /// Answers the last heartbeat of the node, for the first time or again.
    private List<Send> answer(String node, long now) {
        if (!settled) {
            return List.of();
        }
        Peer peer = peers.get(node).answered();
        peers.put(node, peer);
        Proposal proposal = coordinator.proposal(node);
        Set<IpAddress> refused = new HashSet<>(peer.statement().claims());
        refused.removeIf(address -> ledger.isHeldBy(address, node));
        Acknowledgement answer = new Acknowledgement(
                peer.session(),
                peer.answers(),
                peer.sequence(),
                configuration.generation(),
                peer.version(),
                Math.max(0, witnessUntil - now),
                refused,
                nominated(node, peer.statement(), proposal.nominated()),
                proposal.release(),
                Optional.of(configuration).filter(mine -> peer.generation() < mine.generation()));
        return List.of(new Send(node, peer.endpoint(), answer));
    }

    /// What is kept for a node that has come back, any arbiter nominates it for: a coordinator that has
    /// just started may not know.
    private Set<IpAddress> nominated(String node, Statement statement, Set<IpAddress> proposed) {
        Set<IpAddress> held = ledger.heldBy(node);
        if (statement.claims().containsAll(held)) {
            return proposed;
        }
        Set<IpAddress> kept = new HashSet<>(held);
        kept.removeAll(statement.claims());
        kept.removeIf(address -> !coordinator.isFor(node, address, statement.capabilities()));
        kept.addAll(proposed);
        return kept;
    }

    private static long earlier(long a, long b) {
        return a - b < 0 ? a : b;
    }
}
