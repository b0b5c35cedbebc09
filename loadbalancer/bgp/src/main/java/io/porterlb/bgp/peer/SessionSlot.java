package io.porterlb.bgp.peer;

import io.porterlb.bgp.fsm.Negotiated;
import io.porterlb.bgp.fsm.SessionAction;
import io.porterlb.bgp.fsm.SessionEvent;
import io.porterlb.bgp.fsm.SessionTimer;
import io.porterlb.bgp.fsm.TcpFailure;
import io.porterlb.bgp.net.Connection;
import io.porterlb.bgp.net.ConnectionListener;
import io.porterlb.bgp.net.Incoming;
import io.porterlb.bgp.wire.BgpMessage;
import io.porterlb.bgp.wire.ReadResult;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One session of a peer as it really is: a connection, its timers, and what is to be said on it.
final class SessionSlot implements ConnectionListener {
    private final SessionOwner owner;
    private final SessionTimers timers;
    private @Nullable Connection connection;
    private @Nullable RouteFeed feed;

    SessionSlot(SessionOwner owner, PeerEnvironment environment) {
        this.owner = owner;
        this.timers = new SessionTimers(environment.loop(), environment.random(), this::expired);
    }

    Optional<RouteFeed> feed() {
        return Optional.ofNullable(feed);
    }

    Optional<Connection> connection() {
        return Optional.ofNullable(connection);
    }

    // --- what the machine wants

    void act(SessionAction action) {
        switch (action) {
            case SessionAction.Connect() -> connection = owner.dial(this);
            case SessionAction.Disconnect() -> disconnect();
            case SessionAction.Send(var message) -> send(message);
            case SessionAction.StartTimer(var timer, var after) -> timers.start(timer, after);
            case SessionAction.StopTimer(var timer) -> timers.stop(timer);
            case SessionAction.Agree(var negotiated) -> open().use(negotiated.codec());
            case SessionAction.OpenAdjRibOut(var negotiated) -> feed = feed(negotiated);
            case SessionAction.CloseAdjRibOut() -> feed = null;
            case SessionAction.Readvertise(var family) -> feed().ifPresent(routes -> routes.readvertise(family));
            case SessionAction.Report(var fault) -> owner.report(fault);
        }
    }

    void attach(Incoming offered) {
        connection = offered.accept(this);
    }

    /// Nothing of it is an event any more.
    void end() {
        timers.stopAll();
        disconnect();
        feed = null;
    }

    private RouteFeed feed(Negotiated negotiated) {
        return owner.feed(negotiated, open());
    }

    private void disconnect() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    private void send(BgpMessage message) {
        open().send(message);
        owner.sent(message);
    }

    private Connection open() {
        if (connection == null) {
            throw new IllegalStateException("no connection of " + owner);
        }
        return connection;
    }

    // --- what happens

    private void expired(SessionTimer timer) {
        owner.happened(
                this,
                switch (timer) {
                    case CONNECT_RETRY -> new SessionEvent.ConnectRetryTimerExpires();
                    case IDLE_HOLD -> new SessionEvent.IdleHoldTimerExpires();
                    case HOLD -> new SessionEvent.HoldTimerExpires();
                    case KEEPALIVE -> new SessionEvent.KeepaliveTimerExpires();
                    case SEND_HOLD -> new SessionEvent.SendHoldTimerExpires();
                    case PROBATION -> new SessionEvent.ProbationTimerExpires();
                    case BFD_HOLD -> new SessionEvent.BfdHoldTimerExpires();
                });
    }

    @Override
    public void connected(Connection from) {
        owner.happened(this, new SessionEvent.TcpCrAcked());
    }

    @Override
    public void failed(Connection from, TcpFailure failure) {
        owner.happened(this, new SessionEvent.TcpConnectionFails(failure));
    }

    @Override
    public void received(Connection from, ReadResult result) {
        owner.received(result);
        owner.happened(this, ReceivedEvents.of(result));
    }

    @Override
    public void written(Connection from) {
        timers.restart(SessionTimer.SEND_HOLD);
    }

    @Override
    public void writableAgain(Connection from) {
        owner.turnEnds();
    }

    // --- the end of a turn of the event loop

    /// Writes as much as the connection takes; it says when it takes more.
    void flush() {
        if (connection == null) {
            return;
        }
        Optional<BgpMessage> next = nextFor(connection);
        while (next.isPresent()) {
            send(next.get());
            next = nextFor(connection);
        }
        connection.flush();
    }

    private Optional<BgpMessage> nextFor(Connection to) {
        return feed == null || !to.writable() ? Optional.empty() : feed.next();
    }
}
