package io.porterlb.bgp.fsm;

import static io.porterlb.bgp.SessionState.ESTABLISHED;
import static io.porterlb.bgp.SessionState.OPEN_CONFIRM;

import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.fsm.SessionEvent.BgpOpen;
import io.porterlb.bgp.wire.Open;
import java.util.Optional;

/// One peer: a [SessionMachine] for each connection, and what happens when there are two of them
/// ([RFC 4271 6.8](https://www.rfc-editor.org/rfc/rfc4271#section-6.8)). It keeps nothing either.
///
/// A connection that the peer opens goes to the main session if that has none and opens none, else to a rival. As soon
/// as the peer's OPEN shows that both are to the same speaker, one of them goes: the one that the side with the lower
/// BGP identifier opened, if the other has got as far as OpenConfirm; the rival, if the main one is up. A peer that
/// announced graceful restart and connects anew has restarted, though, and its old session is over
/// ([RFC 4724 5](https://www.rfc-editor.org/rfc/rfc4724#section-5)); the OPEN must have come for that, so that a
/// stranger's SYN ends nothing.
public final class PeerMachine {
    private final SessionMachine machine;
    private final ConnectionCollision collision;

    public PeerMachine(PeerConfig config, Restarted restarted) {
        machine = new SessionMachine(config, restarted);
        collision = new ConnectionCollision(config);
    }

    /// The sessions under this machine's configuration; see [SessionMachine#adopt].
    public PeerSessions adopt(PeerSessions sessions) {
        return new PeerSessions(machine.adopt(sessions.main()), sessions.rival().map(machine::adopt));
    }

    /// Something that concerns the peer as a whole: an order, or what BFD says.
    public PeerStep onBoth(PeerSessions sessions, SessionEvent event) {
        return new PeerTurn(machine, sessions)
                .on(Place.RIVAL, event)
                .on(Place.MAIN, event)
                .settle();
    }

    /// Something that concerns one session.
    public PeerStep on(PeerSessions sessions, Place place, SessionEvent event) {
        PeerTurn turn = new PeerTurn(machine, sessions);
        if (event instanceof BgpOpen(var open)) {
            return opened(turn, place, open).settle();
        }
        return turn.on(place, event).settle();
    }

    /// The peer opened a connection.
    public PeerStep incoming(PeerSessions sessions) {
        Session main = sessions.main();
        PeerTurn turn = new PeerTurn(machine, sessions);
        return switch (main.state()) {
            case IDLE -> (main.waitsToRetry() ? turn.attach(Place.MAIN) : turn.turnAway()).settle();
            case ACTIVE -> turn.attach(Place.MAIN).settle();
            case CONNECT, ESTABLISHED -> rival(turn).settle();
            case OPEN_SENT, OPEN_CONFIRM ->
                // The peer gave up the one that it opened before
                (main.opener() == Opener.PEER ? turn.lose(Place.MAIN).attach(Place.MAIN) : rival(turn)).settle();
        };
    }

    private static PeerTurn rival(PeerTurn turn) {
        return turn.lose(Place.RIVAL).newRival().attach(Place.RIVAL);
    }

    private PeerTurn opened(PeerTurn turn, Place place, Open open) {
        Optional<Session> mine = turn.session(place);
        Optional<Session> other = turn.session(other(place));
        if (mine.isEmpty() || other.isEmpty()) {
            return turn.on(place, new BgpOpen(open));
        }
        if (other.get().state() == ESTABLISHED) {
            return restarted(other.get()) ? turn.replaced().on(Place.MAIN, new BgpOpen(open)) : turn.lose(place);
        }
        if (other.get().state() == OPEN_CONFIRM) {
            return collision.stays(open) == mine.get().opener()
                    ? turn.lose(other(place)).on(place, new BgpOpen(open))
                    : turn.lose(place);
        }
        return turn.on(place, new BgpOpen(open));
    }

    private static boolean restarted(Session session) {
        return session.agreed()
                .peer()
                .gracefulRestart()
                .filter(restart -> !restart.families().isEmpty())
                .isPresent();
    }

    private static Place other(Place place) {
        return switch (place) {
            case MAIN -> Place.RIVAL;
            case RIVAL -> Place.MAIN;
        };
    }
}
