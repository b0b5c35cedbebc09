package io.porterlb.layer2.speaker;

import io.porterlb.layer2.answer.Lease;
import java.util.concurrent.atomic.AtomicReference;

/// The lease that is in force. For any thread.
public final class Permit {
    private final AtomicReference<Lease> lease;

    public Permit(Lease lease) {
        this.lease = new AtomicReference<>(lease);
    }

    Lease lease() {
        return lease.get();
    }

    /// Whether the lease of this number is still the one, and holds.
    boolean allows(int number, long now) {
        Lease current = lease.get();
        return current.number() == number && current.holds(now);
    }

    /// Extends the lease, or begins one.
    ///
    /// @return whether somebody may have seen the one before over: another one has begun, or it was extended
    ///     at the last moment
    public boolean until(long end, long now) {
        Lease before = lease.getAndUpdate(held -> held.extended(end, now));
        return !before.holds(System.nanoTime());
    }
}
