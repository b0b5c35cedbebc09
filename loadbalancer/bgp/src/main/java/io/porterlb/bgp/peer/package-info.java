/// One peer: the session machine, the Adj-RIB-Out and the connection, put together on one event loop.
///
/// [Peer] turns orders into events, and hands them to its [SessionPair], whose one or two [SessionSlot]s
/// have a connection each; [RouteFeed] is what there is to say on it. Nothing in a peer is shared with another one,
/// so nothing that one router sends can reach another one's session. What a peer has to send goes out once per turn
/// of the event loop, at its end: ten thousand changes of one turn are a dozen messages, and one change waits for
/// nothing.
package io.porterlb.bgp.peer;
