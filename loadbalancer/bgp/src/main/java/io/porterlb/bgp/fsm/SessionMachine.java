package io.porterlb.bgp.fsm;

import io.porterlb.bgp.PeerConfig;

/// The state machine of [RFC 4271 8.2.2](https://www.rfc-editor.org/rfc/rfc4271#section-8.2.2), for one
/// configuration: one class per state, one case per event. It keeps nothing; the [Session] goes in and comes
/// out.
///
/// ```
///             ManualStart, IdleHold expires          TcpCrAcked            BgpOpen              KeepAliveMsg
///      IDLE ──────────────────────────────► CONNECT ───────────► OPEN_SENT ────► OPEN_CONFIRM ─────► ESTABLISHED
///       ▲                                      ▲                     │
///       │                       ConnectRetry   │                     │ TcpConnectionFails
///       │                          expires     └───────── ACTIVE ◄───┘
///       └──── any failure, after which IdleHold runs (1, 2, 4 ... s); ManualStop, after which nothing runs
/// ```
public final class SessionMachine {
    private final Negotiation negotiation;
    private final IdleState idle;
    private final ConnectingState connecting;
    private final OpenSentState openSent;
    private final OpenConfirmState openConfirm;
    private final EstablishedState established;

    /// For a speaker that did not restart.
    public SessionMachine(PeerConfig config) {
        this(config, Restarted.NO);
    }

    /// @param restarted what is said of a restart of the speaker
    public SessionMachine(PeerConfig config, Restarted restarted) {
        FaultText text = new FaultText(config);
        negotiation = new Negotiation(config);
        Forward forward = new Forward(config, restarted, text);
        Back back = new Back(config, text);
        idle = new IdleState(forward, back);
        connecting = new ConnectingState(forward, back, text);
        openSent = new OpenSentState(forward, back, negotiation, text);
        openConfirm = new OpenConfirmState(forward, back, text);
        established = new EstablishedState(back, text);
    }

    /// What happens when.
    public Step on(Session session, SessionEvent event) {
        return switch (session.state()) {
            case IDLE -> idle.on(session, event);
            case CONNECT, ACTIVE -> connecting.on(session, event);
            case OPEN_SENT -> openSent.on(session, event);
            case OPEN_CONFIRM -> openConfirm.on(session, event);
            case ESTABLISHED -> established.on(session, event);
        };
    }

    /// The session under this machine's configuration, which may differ from the one before in what needs no
    /// new OPEN.
    public Session adopt(Session session) {
        return session.adopted(session.negotiated().map(agreed -> negotiation.adopt(agreed, session.plain())));
    }
}
