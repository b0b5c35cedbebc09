package io.porterlb.bgp.fsm;

/// What a [PeerMachine] wants done, in the order given.
public sealed interface PeerAction {
    /// An action of one of the sessions.
    record Do(Place place, SessionAction action) implements PeerAction {}

    /// The connection that the peer opened is this session's.
    record Attach(Place place) implements PeerAction {}

    /// The connection that the peer opened is to be closed without a word.
    record TurnAway() implements PeerAction {}

    /// The rival is over: none of its timers runs any more.
    record DropRival() implements PeerAction {}

    /// The rival, with its connection and its timers, is the main session from now on; what the main one had is over.
    record Promote() implements PeerAction {}
}
