package io.porterlb.agent.bfd;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What each BgpPeer has been told of its path. A BgpPeer that joins a session is told at once if that is up; one
/// that leaves its session, for another or none, no longer goes by what it was told.
///
/// Any thread. What a session does and what a plan says is told one after the other, in the order in which it came.
final class WatchedPaths {
    private final PathListener paths;
    private final Set<String> up = new HashSet<>();
    private volatile BfdPlans plans;

    WatchedPaths(BfdPlans plans, PathListener paths) {
        this.plans = plans;
        this.paths = paths;
    }

    /// Takes no lock: who makes a report asks for it, and a report may be what a listener is after.
    BfdPlans plans() {
        return plans;
    }

    /// Before the sessions are made those of the plans: a session that ends, and begins again, is heard of later.
    synchronized void follow(BfdPlans next) {
        Map<String, String> before = plans.sessionByPeer();
        Map<String, String> after = next.sessionByPeer();
        plans = next;
        before.forEach((peer, session) -> {
            if (!session.equals(after.get(peer))) {
                paths.unknown(peer);
            }
        });
        after.forEach((peer, session) -> {
            if (!session.equals(before.get(peer)) && up.contains(session)) {
                paths.up(peer);
            }
        });
    }

    synchronized void up(String session) {
        up.add(session);
        plans.peers(session).forEach(paths::up);
    }

    /// @param failed whether the path broke; if not, the session was ended on purpose
    synchronized void down(String session, boolean failed) {
        up.remove(session);
        plans.peers(session).forEach(failed ? paths::down : paths::unknown);
    }
}
