/// Sockets, by Netty: opening a connection to a peer ([Dialer], [TcpDialer]), and an open one ([Connection]). What
/// comes from the other side arrives at a [ConnectionListener] as messages or refusals; whatever else happens to a
/// connection ends as its being closed. The event loop is made here as well ([SpeakerLoop]), and nowhere else.
package io.porterlb.bgp.net;
