/// One peer: the session machine, the Adj-RIB-Out and the connection, put together on one event loop.
///
/// [Peer] turns what happens into events, and does the machine's actions. Nothing in it is shared with another peer,
/// so nothing that one router sends can reach another one's session. What a peer has to send goes out once per turn
/// of the event loop, at its end: ten thousand changes of one turn are a dozen messages, and one change waits for
/// nothing.
package io.porterlb.bgp.peer;
