package io.porterlb.bgp.net;

import io.porterlb.bgp.fsm.TcpFailure;
import io.porterlb.bgp.wire.ReadResult;

/// Hears of a connection. All calls come on the event loop, and none before [Dialer#dial] has returned.
public interface ConnectionListener {
    /// The connection is open.
    void connected(Connection connection);

    /// It could not be opened, or was closed, and not by us.
    void failed(Connection connection, TcpFailure failure);

    /// A message came, or what was not one; after a refusal nothing more comes.
    void received(Connection connection, ReadResult result);

    /// Something that was sent has been written to the socket.
    void written(Connection connection);

    /// [Connection#writable] is true again.
    void writableAgain(Connection connection);
}
