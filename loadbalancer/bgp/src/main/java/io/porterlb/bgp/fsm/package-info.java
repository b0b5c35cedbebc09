/// A BGP session as a pure function: (state, event) to (state, actions), by
/// [RFC 4271 8](https://www.rfc-editor.org/rfc/rfc4271#section-8) and with its names.
///
/// [SessionMachine] is the table; [SessionEvent] and [SessionAction] are all that goes in and comes out. Timers are
/// actions with a duration and come back as events, so there is no clock here, and no socket, thread, logger or random
/// number either. Deviations from the RFC are marked where they are.
package io.porterlb.bgp.fsm;
