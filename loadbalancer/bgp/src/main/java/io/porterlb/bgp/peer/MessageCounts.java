package io.porterlb.bgp.peer;

import io.porterlb.bgp.MessageCounters;
import io.porterlb.bgp.wire.BgpMessage;
import io.porterlb.bgp.wire.Keepalive;
import io.porterlb.bgp.wire.Notification;
import io.porterlb.bgp.wire.Open;
import io.porterlb.bgp.wire.RouteRefresh;
import io.porterlb.bgp.wire.Update;

/// Counts messages.
final class MessageCounts {
    private long updatesSent;
    private long updatesReceived;
    private long updatesFaulty;
    private long keepalivesSent;
    private long keepalivesReceived;
    private long notificationsSent;
    private long notificationsReceived;

    void sent(BgpMessage message) {
        switch (message) {
            case Update _ -> updatesSent++;
            case Keepalive _ -> keepalivesSent++;
            case Notification _ -> notificationsSent++;
            case Open _, RouteRefresh _ -> {}
        }
    }

    void received(BgpMessage message) {
        switch (message) {
            case Update _ -> updatesReceived++;
            case Keepalive _ -> keepalivesReceived++;
            case Notification _ -> notificationsReceived++;
            case Open _, RouteRefresh _ -> {}
        }
    }

    void receivedFaulty() {
        updatesFaulty++;
    }

    MessageCounters now() {
        return new MessageCounters(
                updatesSent,
                updatesReceived,
                updatesFaulty,
                keepalivesSent,
                keepalivesReceived,
                notificationsSent,
                notificationsReceived);
    }
}
