/// Sockets, by Netty: opening a connection to a peer ([Dialer], [TcpDialer]), taking one that it opens
/// ([TcpListeners], [Incoming]), and an open one ([Connection]); [SocketOptions] is all that Linux does for them. What
/// comes from the other side arrives at a [ConnectionListener] as messages or refusals; whatever else happens to a
/// connection ends as its being closed. The event loop is made here as well ([SpeakerLoop]), and nowhere else.
package io.porterlb.bgp.net;
