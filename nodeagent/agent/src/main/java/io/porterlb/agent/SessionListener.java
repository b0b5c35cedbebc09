package io.porterlb.agent;

import io.porterlb.agent.report.Reporter;
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

    private final Map<String, SessionState> states = new ConcurrentHashMap<>();
    private volatile @Nullable Reporter reporter;

    void reportTo(Reporter target) {
        reporter = target;
    }

    @Override
    public void changed(PeerStatus status) {
        Reporter target = reporter;
        SessionState before = states.put(status.name(), status.state());
        if (target == null) {
            return;
        }
        if (before == status.state()) {
            target.countsChanged();
        } else {
            LOG.log(
                    Level.INFO,
                    () -> "BgpPeer " + status.name() + " (" + status.address() + "): " + status.state()
                            + status.lastFailure()
                                    .map(failure -> ": " + failure.message())
                                    .orElse(""));
            target.sessionChanged();
        }
    }
}
