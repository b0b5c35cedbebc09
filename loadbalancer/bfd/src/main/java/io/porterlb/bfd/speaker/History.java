package io.porterlb.bfd.speaker;

import io.porterlb.bfd.BfdDiagnostic;
import io.porterlb.bfd.BfdState;
import io.porterlb.bfd.session.BfdSession;
import java.time.Instant;
import java.util.Optional;

/// What a session was.
///
/// @param everUp whether it was ever up
/// @param failed whether it was up and the path failed since
/// @param upSince when it came up; empty if it is not up
record History(boolean everUp, boolean failed, Optional<Instant> upSince) {
    static final History NONE = new History(false, false, Optional.empty());

    /// After a step.
    History after(BfdSession before, BfdSession next, Instant now) {
        if (next.state() == before.state()) {
            return this;
        }
        return switch (next.state()) {
            case UP -> new History(true, false, Optional.of(now));
            case DOWN, INIT -> new History(everUp, failed || pathFailed(before, next), Optional.empty());
            case ADMIN_DOWN -> new History(everUp, false, Optional.empty());
        };
    }

    /// Not if one of both was told to be down ([RFC 5882
    /// 3.2](https://www.rfc-editor.org/rfc/rfc5882#section-3.2)), and not if the session had not been up: a
    /// neighbor may not have BFD yet.
    private static boolean pathFailed(BfdSession before, BfdSession next) {
        boolean onPurpose = next.diagnostic() == BfdDiagnostic.NEIGHBOR_SIGNALED_SESSION_DOWN
                && next.remote().state() == BfdState.ADMIN_DOWN;
        return before.state() == BfdState.UP && !onPurpose;
    }
}
