/// A session as a pure function: [BfdMachine] takes a [BfdSession] and a [SessionEvent] and gives the session
/// that comes out of it and the [SessionAction]s to do. No socket, clock, thread or random number; who runs it
/// has those.
///
/// Asynchronous mode, without the Echo function and without Demand mode of our own. Names are those of [RFC
/// 5880](https://www.rfc-editor.org/rfc/rfc5880), section 6.8.1 above all. Intervals in microseconds are
/// `long`s.
package io.porterlb.bfd.session;
