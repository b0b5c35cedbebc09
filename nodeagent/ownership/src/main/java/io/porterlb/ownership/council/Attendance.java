package io.porterlb.ownership.council;

import io.porterlb.ownership.Council;

/// Who has come, after a start: the first node of all would get all addresses, and they would stay there.
/// So none is placed until all seats are heard, and nobody else has come for a while, but not for longer
/// than [#PATIENCES].
final class Attendance {
    /// The longest wait, as a multiple of the council's patience: 4.8 s.
    private static final int PATIENCES = 12;

    private final long patience;
    private boolean begun;
    private boolean complete;
    private long since;
    private long lastArrival;

    /// @param patience of the council, in nanoseconds
    Attendance(long patience) {
        this.patience = patience;
    }

    /// A node is heard that was not.
    void arrives(long now) {
        lastArrival = now;
    }

    /// Once it is complete it stays so.
    boolean isComplete(Council council, Peers peers, long now) {
        if (!begun && !council.seats().isEmpty()) {
            begun = true;
            since = now;
            lastArrival = now;
        }
        complete = complete || (begun && (areAllHeard(council, peers, now) || now - since >= PATIENCES * patience));
        return complete;
    }

    private boolean areAllHeard(Council council, Peers peers, long now) {
        return now - lastArrival >= patience
                && council.seats().stream().allMatch(seat -> peers.isAlive(seat.name(), now));
    }
}
