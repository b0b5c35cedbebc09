package io.porterlb.bgp.peer;

import io.porterlb.bgp.PeerStatus;
import io.porterlb.bgp.ReceivedUpdate;
import io.porterlb.bgp.SpeakerListener;
import io.porterlb.bgp.fsm.SessionFault;
import io.porterlb.bgp.wire.BgpMessage;
import io.porterlb.bgp.wire.Keepalive;
import io.porterlb.bgp.wire.Notification;
import io.porterlb.bgp.wire.Open;
import io.porterlb.bgp.wire.ReadResult;
import io.porterlb.bgp.wire.RouteRefresh;
import io.porterlb.bgp.wire.Update;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/// Tells the listener, and the log, what happens to one peer. What the listener throws ends here.
final class PeerNews {
    private static final Logger LOG = System.getLogger(PeerNews.class.getName());

    private final String peer;
    private final SpeakerListener listener;

    PeerNews(String peer, SpeakerListener listener) {
        this.peer = peer;
        this.listener = listener;
    }

    void changed(PeerStatus status) {
        tell(() -> listener.changed(status));
    }

    void failed(SessionFault fault) {
        LOG.log(Level.DEBUG, () -> "peer " + peer + ": " + fault.message());
    }

    void sent(BgpMessage message) {
        if (message instanceof Notification notification) {
            tell(() -> listener.notified(peer, true, notification));
        }
    }

    void received(ReadResult result) {
        switch (result) {
            case ReadResult.Ok(var message) -> received(message);
            case ReadResult.Faulty(var usable, var action, var faults) -> {
                LOG.log(Level.DEBUG, () -> "peer " + peer + ": UPDATE, " + action + ": " + faults);
                tell(() -> listener.received(peer, new ReceivedUpdate(usable, Optional.of(action), faults)));
            }
            case ReadResult.Refused _ -> {} // our NOTIFICATION says it
        }
    }

    private void received(BgpMessage message) {
        switch (message) {
            case Update update ->
                tell(() -> listener.received(peer, new ReceivedUpdate(update, Optional.empty(), List.of())));
            case Notification notification -> tell(() -> listener.notified(peer, false, notification));
            case Open _, Keepalive _, RouteRefresh _ -> {}
        }
    }

    private void tell(Runnable news) {
        try {
            news.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, () -> "the listener failed at news of peer " + peer, e);
        }
    }
}
