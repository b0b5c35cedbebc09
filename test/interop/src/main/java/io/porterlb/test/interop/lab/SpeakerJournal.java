package io.porterlb.test.interop.lab;

import io.porterlb.bgp.Failure;
import io.porterlb.bgp.PeerStatus;
import io.porterlb.bgp.ReceivedUpdate;
import io.porterlb.bgp.SpeakerListener;
import io.porterlb.bgp.wire.Notification;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/// What the speaker under test has told, in order. For any thread.
public final class SpeakerJournal implements SpeakerListener {
    private final List<PeerStatus> changes = new CopyOnWriteArrayList<>();
    private final List<ReceivedUpdate> updates = new CopyOnWriteArrayList<>();
    private final List<Notice> notices = new CopyOnWriteArrayList<>();

    SpeakerJournal() {}

    /// A NOTIFICATION.
    ///
    /// @param sent by us; else by the peer
    public record Notice(boolean sent, Notification notification) {}

    @Override
    public void changed(PeerStatus status) {
        changes.add(status);
    }

    @Override
    public void received(String peer, ReceivedUpdate update) {
        updates.add(update);
    }

    @Override
    public void notified(String peer, boolean sent, Notification notification) {
        notices.add(new Notice(sent, notification));
    }

    public List<PeerStatus> changes() {
        return List.copyOf(changes);
    }

    public List<ReceivedUpdate> updates() {
        return List.copyOf(updates);
    }

    public List<Notice> notices() {
        return List.copyOf(notices);
    }

    /// Why sessions were down, at any time.
    public Stream<Failure> failures() {
        return changes.stream().flatMap(status -> status.lastFailure().stream());
    }
}
