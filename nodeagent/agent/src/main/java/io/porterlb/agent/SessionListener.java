package io.porterlb.agent;

import io.porterlb.agent.bfd.BfdSessions;
import io.porterlb.agent.report.Reporter;
import io.porterlb.bgp.Failure;
import io.porterlb.bgp.ListenerStatus;
import io.porterlb.bgp.PeerStatus;
import io.porterlb.bgp.SessionState;
import io.porterlb.bgp.SpeakerListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Passes on what happens to sessions. Called by the speaker's event loop, so it never waits.
final class SessionListener implements SpeakerListener {
    private static final Logger LOG = System.getLogger(SessionListener.class.getName());

    /// What is worth a report; an attempt that fails as the last one did is not.
    private record Outcome(boolean established, String reason, int routesSent) {
        static Outcome of(PeerStatus status) {
            return new Outcome(
                    status.state() == SessionState.ESTABLISHED,
                    status.lastFailure().map(Failure::reason).orElse(""),
                    status.routesSent());
        }

        boolean differsInCountsOnly(Outcome other) {
            return established == other.established && reason.equals(other.reason);
        }
    }

    private final Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
    private final ListenerNews listeners = new ListenerNews();
    private volatile @Nullable Reporter reporter;

    private volatile @Nullable BfdSessions bfd;

    void reportTo(Reporter target) {
        reporter = target;
    }

    /// Whom to tell where routers are that are known by their link only.
    void locateFor(BfdSessions target) {
        bfd = target;
    }

    /// What BFD says of a session has changed.
    void pathChanged() {
        Reporter target = reporter;
        if (target != null) {
            target.changed(true);
        }
    }

    @Override
    public void changed(PeerStatus status) {
        BfdSessions located = bfd;
        if (located != null) {
            located.located(status.name(), status.address());
        }
        Outcome outcome = Outcome.of(status);
        Outcome before = outcomes.put(status.name(), outcome);
        if (outcome.equals(before)) {
            return;
        }
        boolean news = before == null || !outcome.differsInCountsOnly(before);
        if (news) {
            LOG.log(
                    Level.INFO,
                    () -> "BgpPeer " + status.name()
                            + status.address().map(at -> " (" + at + ")").orElse("") + ": " + status.state()
                            + status.lastFailure()
                                    .map(failure -> ": " + failure.message())
                                    .orElse(""));
        }
        Reporter target = reporter;
        if (target != null) {
            target.changed(news);
        }
    }

    /// A port may be taken, by a CNI that speaks BGP for instance, or the kernel has no IPv6.
    @Override
    public void listening(ListenerStatus status) {
        if (!listeners.isNews(status)) {
            return;
        }
        String what = "BGP listener at " + status.wanted();
        status.failure()
                .ifPresentOrElse(
                        failure -> LOG.log(Level.WARNING, what + ": " + failure.message()),
                        () -> LOG.log(Level.DEBUG, what + " is bound to " + status.bound()));
    }
}
