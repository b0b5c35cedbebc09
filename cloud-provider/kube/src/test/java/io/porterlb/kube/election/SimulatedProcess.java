package io.porterlb.kube.election;

import java.time.Duration;
import java.util.SplittableRandom;

/// A process with a clock of its own, on a network that is bad. A write has three moments: it is begun, it
/// arrives at the API server, its answer arrives; anything may come between. One that lost begins anew, with a
/// new identity.
final class SimulatedProcess {
    private static final long MILLION = 1_000_000;

    private final String name;
    private final SplittableRandom random;
    private final StoredLease lease;
    private final double speed;
    private final long offset;
    private int lives;
    private Candidate candidate;
    private long stoppedUntil;
    private Stage stage = Stage.IDLE;
    private Claim claim = new Claim(Lease.NONE, "", Duration.ZERO, false);
    private long begun;
    private Lease stored = Lease.NONE;

    private enum Stage {
        IDLE,
        SENT,
        TAKEN,
        REFUSED
    }

    SimulatedProcess(String name, SplittableRandom random, StoredLease lease) {
        this.name = name;
        this.random = random;
        this.lease = lease;
        this.speed = 0.85 + random.nextDouble() * 0.3;
        this.offset = random.nextLong();
        this.candidate = born(0);
    }

    private Candidate born(long now) {
        lives++;
        return Candidate.start(toString(), LeaseTerms.DEFAULT, lease.read(), clock(now));
    }

    /// Its own monotonic clock at a moment of the real one, in ms.
    private long clock(long now) {
        return offset + (long) (now * speed * MILLION);
    }

    /// The gate: what the process would decide if it looked at its clock now.
    boolean isOpen(long now) {
        return candidate.leads() && clock(now) - candidate.openUntil() < 0;
    }

    void run(long now) {
        if (random.nextInt(2000) == 0) {
            stoppedUntil = now + random.nextLong(Duration.ofSeconds(60).toMillis());
        }
        if (now < stoppedUntil || random.nextInt(3) == 0) {
            return;
        }
        if (random.nextInt(4) != 0) {
            candidate = candidate.sees(lease.read(), clock(now)); // else the watch is late
        }
        step(now);
    }

    private void step(long now) {
        switch (stage) {
            case IDLE -> decide(now);
            case SENT -> arrive();
            case TAKEN -> answer(now);
            case REFUSED -> fail(now);
        }
    }

    private void decide(long now) {
        switch (candidate.decide(clock(now))) {
            case Decision.Wait _ -> mayLetGo();
            case Decision.Write(Claim wanted) -> {
                claim = wanted;
                begun = clock(now);
                stage = Stage.SENT;
            }
            case Decision.Lost() -> candidate = born(now);
        }
    }

    /// A planned end: it closes its gate, then lets the Lease go.
    private void mayLetGo() {
        if (candidate.leads() && random.nextInt(1000) == 0) {
            Lease held = candidate.seen();
            candidate = Candidate.start(name + "." + ++lives, LeaseTerms.DEFAULT, lease.read(), candidate.due());
            lease.write(new Claim(held, "", Duration.ofSeconds(1), false));
        }
    }

    private void arrive() {
        boolean taken = random.nextInt(20) != 0 && lease.write(claim);
        stored = lease.read();
        stage = taken && random.nextInt(20) != 0 ? Stage.TAKEN : Stage.REFUSED; // a lost answer is as good as a refusal
    }

    private void answer(long now) {
        stage = Stage.IDLE;
        candidate = candidate.wrote(stored, begun, clock(now));
    }

    private void fail(long now) {
        stage = Stage.IDLE;
        candidate = candidate.failed(clock(now), random.nextDouble());
    }

    @Override
    public String toString() {
        return name + "." + lives;
    }
}
