package io.porterlb.bgp.peer;

import io.porterlb.bgp.fsm.SessionEvent;
import io.porterlb.bgp.wire.BgpMessage;
import io.porterlb.bgp.wire.Keepalive;
import io.porterlb.bgp.wire.Notification;
import io.porterlb.bgp.wire.Open;
import io.porterlb.bgp.wire.ReadResult;
import io.porterlb.bgp.wire.RouteRefresh;
import io.porterlb.bgp.wire.Update;
import io.porterlb.bgp.wire.fault.NotificationCode;

/// What a received message is to the session machine.
final class ReceivedEvents {
    private ReceivedEvents() {}

    static SessionEvent of(ReadResult result) {
        return switch (result) {
            case ReadResult.Ok(var message) -> of(message);
            case ReadResult.Faulty _ -> new SessionEvent.UpdateMsg();
            case ReadResult.Refused(var answer, var what) -> refused(answer, what);
        };
    }

    private static SessionEvent of(BgpMessage message) {
        return switch (message) {
            case Open open -> new SessionEvent.BgpOpen(open);
            case Update _ -> new SessionEvent.UpdateMsg();
            case Keepalive _ -> new SessionEvent.KeepAliveMsg();
            case RouteRefresh request -> new SessionEvent.RouteRefreshMsg(request);
            case Notification notification
            when notification.is(NotificationCode.UNSUPPORTED_VERSION_NUMBER) ->
                new SessionEvent.NotifMsgVerErr(notification);
            case Notification notification -> new SessionEvent.NotifMsg(notification);
        };
    }

    private static SessionEvent refused(Notification answer, String what) {
        if (answer.code() == NotificationCode.OPEN_UNSPECIFIC.code()) {
            return new SessionEvent.BgpOpenMsgErr(answer, what);
        }
        return answer.code() == NotificationCode.MALFORMED_ATTRIBUTE_LIST.code()
                ? new SessionEvent.UpdateMsgErr(answer, what)
                : new SessionEvent.BgpHeaderErr(answer, what);
    }
}
