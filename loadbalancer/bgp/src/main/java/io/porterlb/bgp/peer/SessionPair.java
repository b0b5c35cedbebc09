package io.porterlb.bgp.peer;

import io.porterlb.bgp.fsm.PeerAction;
import io.porterlb.bgp.fsm.PeerMachine;
import io.porterlb.bgp.fsm.PeerSessions;
import io.porterlb.bgp.fsm.PeerStep;
import io.porterlb.bgp.fsm.Place;
import io.porterlb.bgp.fsm.Session;
import io.porterlb.bgp.fsm.SessionEvent;
import io.porterlb.bgp.net.Incoming;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The sessions of a peer, one or two, each with the slot that does what its machine wants.
final class SessionPair {
    private final Supplier<SessionSlot> newSlot;
    private final Runnable stepped;

    private PeerMachine machine;
    private PeerSessions sessions = PeerSessions.INITIAL;
    private SessionSlot main;
    private @Nullable SessionSlot rival;
    private @Nullable Incoming offered;

    /// @param stepped is run after each step
    SessionPair(PeerMachine machine, Supplier<SessionSlot> newSlot, Runnable stepped) {
        this.machine = machine;
        this.newSlot = newSlot;
        this.stepped = stepped;
        this.main = newSlot.get();
    }

    /// Goes on under another configuration.
    void use(PeerMachine next) {
        machine = next;
        sessions = machine.adopt(sessions);
    }

    Session main() {
        return sessions.main();
    }

    SessionSlot mainSlot() {
        return main;
    }

    /// The session that is further, which is how the peer is seen from outside.
    Session foremost() {
        return sessions.foremost();
    }

    SessionSlot foremostSlot() {
        return rival != null && sessions.rivalLeads() ? rival : main;
    }

    /// Something concerns both.
    void order(SessionEvent event) {
        run(machine.onBoth(sessions, event));
    }

    /// Something happened to one; a slot that is over has nothing to say.
    void happened(SessionSlot slot, SessionEvent event) {
        if (slot == main) {
            run(machine.on(sessions, Place.MAIN, event));
        } else if (slot == rival) {
            run(machine.on(sessions, Place.RIVAL, event));
        }
    }

    /// The peer opened a connection.
    void incoming(Incoming connection) {
        offered = connection;
        run(machine.incoming(sessions));
        offered = null;
    }

    void flush() {
        main.flush();
        if (rival != null) {
            rival.flush();
        }
    }

    private void run(PeerStep step) {
        sessions = step.next();
        step.actions().forEach(this::act);
        stepped.run();
    }

    private void act(PeerAction action) {
        switch (action) {
            case PeerAction.Do(var place, var what) -> slot(place).act(what);
            case PeerAction.Attach(var place) -> attach(place);
            case PeerAction.TurnAway() -> offered().refuse();
            case PeerAction.DropRival() -> {
                slot(Place.RIVAL).end();
                rival = null;
            }
            case PeerAction.Promote() -> {
                main.end();
                main = slot(Place.RIVAL);
                rival = null;
            }
        }
    }

    private void attach(Place place) {
        if (place == Place.RIVAL) {
            rival = newSlot.get();
        }
        slot(place).attach(offered());
    }

    private Incoming offered() {
        if (offered == null) {
            throw new IllegalStateException("no connection to take in " + sessions);
        }
        return offered;
    }

    private SessionSlot slot(Place place) {
        SessionSlot slot = place == Place.MAIN ? main : rival;
        if (slot == null) {
            throw new IllegalStateException("no rival session in " + sessions);
        }
        return slot;
    }

    @Override
    public String toString() {
        return sessions.toString();
    }
}
