package io.porterlb.bgp.fsm;

import static io.porterlb.bgp.SessionState.ACTIVE;
import static io.porterlb.bgp.SessionState.CONNECT;
import static io.porterlb.bgp.SessionState.ESTABLISHED;
import static io.porterlb.bgp.SessionState.OPEN_SENT;
import static io.porterlb.bgp.fsm.SessionTimer.BFD_HOLD;
import static io.porterlb.bgp.fsm.SessionTimer.CONNECT_RETRY;
import static io.porterlb.bgp.fsm.SessionTimer.HOLD;
import static io.porterlb.bgp.fsm.SessionTimer.KEEPALIVE;
import static io.porterlb.bgp.fsm.SessionTimer.PROBATION;
import static io.porterlb.bgp.fsm.SessionTimer.SEND_HOLD;

import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.fsm.SessionAction.Agree;
import io.porterlb.bgp.fsm.SessionAction.Connect;
import io.porterlb.bgp.fsm.SessionAction.Disconnect;
import io.porterlb.bgp.fsm.SessionAction.OpenAdjRibOut;
import io.porterlb.bgp.fsm.SessionAction.Report;
import io.porterlb.bgp.fsm.SessionAction.Send;
import io.porterlb.bgp.fsm.SessionAction.StartTimer;
import io.porterlb.bgp.fsm.SessionAction.StopTimer;
import io.porterlb.bgp.wire.Keepalive;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The transitions toward Established, and those that stay where they are.
final class Forward {
    /// RFC 4271 8.2.2: "a HoldTimer value of 4 minutes is suggested" while the peer's OPEN is awaited.
    static final Duration LARGE_HOLD_TIME = Duration.ofMinutes(4);

    /// RFC 9687 4.4: the larger of this and twice the hold time.
    static final Duration MIN_SEND_HOLD_TIME = Duration.ofMinutes(8);

    /// How long a session that failed before must be up to count as stable.
    static final Duration PROBATION_TIME = Duration.ofMinutes(1);

    /// How long strict mode waits for BFD, by its draft.
    static final Duration BFD_HOLD_TIME = Duration.ofSeconds(30);

    private final PeerConfig config;
    private final OurOffer offer;
    private final Restarted restarted;
    private final FaultText text;

    Forward(PeerConfig config, Restarted restarted, FaultText text) {
        this.config = config;
        this.offer = new OurOffer(config);
        this.restarted = restarted;
        this.text = text;
    }

    /// To Connect, or to Active where we are to wait for the peer to connect: without a timer, because nothing
    /// is to happen when it expires (deviates from RFC 4271 8.2.2, event 4).
    Step start(Session session, SessionTimer waited) {
        if (config.address().known().isEmpty()) {
            return Step.of(session.in(ACTIVE), new StopTimer(waited), new Report(text.nobodyKnown()));
        }
        return waitsForPeer(config) ? Step.of(session.in(ACTIVE), new StopTimer(waited)) : toConnect(session, waited);
    }

    /// Whether it is for the peer to connect, because we are to wait for that, or don't know where it is.
    static boolean waitsForPeer(PeerConfig config) {
        return config.transport().passive() || config.address().known().isEmpty();
    }

    private Step toConnect(Session session, SessionTimer waited) {
        return Step.of(
                session.in(CONNECT),
                new StopTimer(waited),
                new StartTimer(CONNECT_RETRY, Backoff.longest(config)),
                new Connect());
    }

    Step connectAgain(Session session) {
        return Step.of(
                session,
                new Disconnect(),
                new Report(text.connectTimeout()),
                new StartTimer(CONNECT_RETRY, Backoff.longest(config)),
                new Connect());
    }

    Step toOpenSent(Session session, Opener opener, SessionTimer waited) {
        return Step.of(
                session.in(OPEN_SENT).openedBy(opener),
                new StopTimer(waited),
                new Send(offer.open(session.plain(), restarted)),
                new StartTimer(HOLD, LARGE_HOLD_TIME));
    }

    Step toOpenConfirm(Session session, Negotiated negotiated) {
        if (config.strictBfd() && session.path() != BfdPath.UP) {
            return Step.of(
                    session.confirmed(negotiated, BfdGate.SHUT),
                    new Agree(negotiated),
                    new StartTimer(BFD_HOLD, BFD_HOLD_TIME),
                    new Report(text.waitsForBfd()));
        }
        List<SessionAction> actions = new ArrayList<>();
        actions.add(new Agree(negotiated));
        actions.addAll(agree(negotiated));
        return new Step(session.confirmed(negotiated, BfdGate.OPEN), actions);
    }

    private static List<SessionAction> agree(Negotiated negotiated) {
        List<SessionAction> actions = new ArrayList<>();
        actions.add(new Send(new Keepalive()));
        if (negotiated.holdTime().isZero()) {
            actions.add(new StopTimer(HOLD));
        } else {
            actions.add(new StartTimer(KEEPALIVE, negotiated.keepalive()));
            actions.addAll(startHold(negotiated));
        }
        return actions;
    }

    /// BFD says that the path is up: what waited for that goes on.
    Step open(Session session) {
        if (session.gate() == BfdGate.OPEN) {
            return Step.of(session);
        }
        List<SessionAction> actions = new ArrayList<>();
        actions.add(new StopTimer(BFD_HOLD));
        actions.addAll(agree(session.agreed()));
        Session opened = session.with(BfdGate.OPEN);
        if (session.gate() == BfdGate.SHUT) {
            return new Step(opened, actions);
        }
        Step established = toEstablished(opened);
        actions.addAll(established.actions());
        return new Step(established.next(), actions);
    }

    Step toEstablished(Session session) {
        Negotiated negotiated = session.agreed();
        List<SessionAction> actions = new ArrayList<>(startHold(negotiated));
        if (!negotiated.holdTime().isZero()) {
            actions.add(new StartTimer(SEND_HOLD, sendHoldTime(session)));
        }
        if (session.failures() > 0) {
            actions.add(new StartTimer(PROBATION, PROBATION_TIME));
        }
        actions.add(new OpenAdjRibOut(negotiated));
        return new Step(session.in(ESTABLISHED), actions);
    }

    static List<SessionAction> startHold(Negotiated negotiated) {
        return negotiated.holdTime().isZero() ? List.of() : List.of(new StartTimer(HOLD, negotiated.holdTime()));
    }

    static Step keepalive(Session session) {
        return Step.of(
                session,
                new Send(new Keepalive()),
                new StartTimer(KEEPALIVE, session.agreed().keepalive()));
    }

    static Duration sendHoldTime(Session session) {
        Duration twice = session.agreed().holdTime().multipliedBy(2);
        return twice.compareTo(MIN_SEND_HOLD_TIME) > 0 ? twice : MIN_SEND_HOLD_TIME;
    }
}
