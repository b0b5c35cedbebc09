package io.porterlb.porterctl.speak;

import io.porterlb.bgp.Failure;
import io.porterlb.bgp.PeerStatus;
import io.porterlb.bgp.ReceivedUpdate;
import io.porterlb.bgp.SessionState;
import io.porterlb.bgp.SpeakerListener;
import io.porterlb.bgp.wire.Notification;
import io.porterlb.porterctl.speak.json.EventOutput;
import io.porterlb.porterctl.speak.json.ReceivedLines;
import io.porterlb.porterctl.speak.json.SessionLines;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What happens to sessions, as events. Called by the speaker's event loop alone, so it only hands over.
final class SpeakListener implements SpeakerListener {
    /// What makes a line; that a peer was told of more routes does not.
    private record Seen(SessionState state, Optional<Failure> failure) {}

    private final EventOutput output;
    private volatile Instant start = Instant.now();
    private final Map<String, Seen> seen = new HashMap<>();

    SpeakListener(EventOutput output) {
        this.output = output;
    }

    /// What the milliseconds of an event count from.
    void start(Instant next) {
        start = next;
    }

    @Override
    public void changed(PeerStatus status) {
        Seen now = new Seen(status.state(), status.lastFailure());
        if (!now.equals(seen.put(status.name(), now))) {
            Instant at = Instant.now();
            Duration elapsed = Duration.between(start, at);
            output.write(() -> List.of(SessionLines.state(status, at, elapsed)));
        }
    }

    @Override
    public void received(String peer, ReceivedUpdate update) {
        Instant at = Instant.now();
        output.write(() -> ReceivedLines.of(peer, update, at));
    }

    @Override
    public void notified(String peer, boolean sent, Notification notification) {
        Instant at = Instant.now();
        output.write(() -> List.of(SessionLines.notification(peer, sent, notification, at)));
    }
}
