/// A BGP session as a pure function: (state, event) to (state, actions), by
/// [RFC 4271 8](https://www.rfc-editor.org/rfc/rfc4271#section-8) and with its names.
///
/// [SessionMachine] is the table for one connection, with a class for each state; [SessionEvent] and
/// [SessionAction] are all that goes in and comes out. [PeerMachine] is the whole peer, which has two
/// connections for a moment if both sides open one. [OurOffer] is our OPEN, [Negotiation] what the peer's means
/// beside it. Timers are actions with a duration and come back as events, so there is no clock here, and no
/// socket, thread, logger or random number either. Deviations from the RFC are marked where they are.
package io.porterlb.bgp.fsm;
