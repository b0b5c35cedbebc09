package io.porterlb.bgp.peer;

import io.porterlb.address.IpAddress;
import io.porterlb.bgp.Failure;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.PeerStatus;
import io.porterlb.bgp.SessionInfo;
import io.porterlb.bgp.SessionState;
import io.porterlb.bgp.fsm.Negotiated;
import io.porterlb.bgp.fsm.Session;
import io.porterlb.bgp.fsm.SessionFault;
import io.porterlb.bgp.wire.BgpMessage;
import io.porterlb.bgp.wire.ReadResult;
import io.porterlb.bgp.wire.Update;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Keeps what the status of a peer tells. Written on the event loop only; [#status] is for any thread.
final class PeerJournal {
    private final InstantSource clock;
    private final MessageCounts messages = new MessageCounts();
    private SessionState state = SessionState.IDLE;
    private Instant since;
    private Optional<Failure> lastFailure = Optional.empty();
    private final SessionDescription description = new SessionDescription();
    private ReceivedRoutes received = new ReceivedRoutes();
    private volatile PeerStatus status;

    PeerJournal(PeerConfig config, InstantSource clock) {
        this.clock = clock;
        this.since = clock.instant();
        this.status = status(config.name(), config.address().known(), Session.INITIAL, 0, Optional.empty());
    }

    PeerStatus status() {
        return status;
    }

    /// True if the state is another one than before.
    boolean entered(SessionState next) {
        if (next == state) {
            return false;
        }
        state = next;
        since = clock.instant();
        if (next == SessionState.ESTABLISHED) {
            lastFailure = Optional.empty();
            received = new ReceivedRoutes();
        }
        return true;
    }

    void failed(SessionFault fault) {
        lastFailure = Optional.of(new Failure(fault.reason(), fault.message(), clock.instant()));
    }

    /// After a stop that was asked for there is nothing to complain of.
    void stopped() {
        lastFailure = Optional.empty();
    }

    void sent(BgpMessage message) {
        messages.sent(message);
    }

    void received(ReadResult result) {
        switch (result) {
            case ReadResult.Ok(var message) -> {
                messages.received(message);
                if (message instanceof Update update) {
                    received.add(update);
                }
            }
            case ReadResult.Faulty(var usable, var _, var _) -> {
                messages.receivedFaulty();
                received.add(usable);
            }
            case ReadResult.Refused _ -> {} // the event says it
        }
    }

    /// Makes what was kept so far the status.
    PeerStatus publish(PeerConfig config, Session session, SessionSlot slot) {
        Optional<SessionInfo> info = description.of(config.gracefulRestart(), session, slot, received);
        int routesSent = slot.feed().map(RouteFeed::size).orElse(0);
        Optional<IpAddress> address = info.map(SessionInfo::peerAddress).or(config.address()::known);
        status = status(config.name(), address, session, routesSent, info);
        return status;
    }

    private PeerStatus status(
            String name, Optional<IpAddress> address, Session session, int routesSent, Optional<SessionInfo> info) {
        return new PeerStatus(
                name,
                address,
                state,
                since,
                lastFailure,
                routesSent,
                state == SessionState.ESTABLISHED ? received.announced() : 0,
                session.negotiated().map(Negotiated::peerId),
                session.negotiated().map(Negotiated::holdTime),
                info,
                messages.now());
    }
}
