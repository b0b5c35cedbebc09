package io.porterlb.bgp;

import io.porterlb.address.IpAddress;
import java.util.Optional;

/// The TCP connection to a peer.
///
/// @param port of the peer, 1 to 65535; usually [#DEFAULT_PORT]
/// @param passive wait for the peer to connect instead of connecting; the speaker must listen
/// @param localAddress to connect from, of the family of the peer's address; chosen by the kernel if empty
/// @param timeToLive of our packets and of theirs
/// @param password for TCP MD5 signatures ([RFC 2385](https://www.rfc-editor.org/rfc/rfc2385)); none if empty
public record Transport(
        int port,
        boolean passive,
        Optional<IpAddress> localAddress,
        TimeToLive timeToLive,
        Optional<TcpPassword> password) {
    /// The port of BGP.
    public static final int DEFAULT_PORT = 179;

    /// Connects to port 179.
    public static final Transport DEFAULT =
            new Transport(DEFAULT_PORT, false, Optional.empty(), new TimeToLive.Default(), Optional.empty());

    /// Checks every range.
    ///
    /// @throws IllegalArgumentException if the port is out of its range
    public Transport {
        if (port < 1 || port > 0xFFFF) {
            throw new IllegalArgumentException("port is 1 to 65535, not " + port);
        }
    }

    public Transport withPort(int next) {
        return new Transport(next, passive, localAddress, timeToLive, password);
    }

    public Transport withPassive(boolean next) {
        return new Transport(port, next, localAddress, timeToLive, password);
    }

    public Transport withLocalAddress(IpAddress next) {
        return new Transport(port, passive, Optional.of(next), timeToLive, password);
    }

    public Transport withTimeToLive(TimeToLive next) {
        return new Transport(port, passive, localAddress, next, password);
    }

    public Transport withPassword(TcpPassword next) {
        return new Transport(port, passive, localAddress, timeToLive, Optional.of(next));
    }
}
