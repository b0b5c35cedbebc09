package io.porterlb.test.e2e.promise;

import io.porterlb.test.cluster.network.NetworkNamespace;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;

/// What becomes of a TCP connection that somebody wants to open.
enum Knock {
    CONNECTED,
    /// By a reset, or "port unreachable".
    REFUSED,
    /// By another ICMP error, such as "TTL exceeded", which a loop between routers ends with.
    UNREACHABLE,
    SILENCE;

    private static final int PATIENCE_MILLIS = 3_000;

    /// Tries once.
    static Knock at(NetworkNamespace from, String address, int port) {
        return from.call(() -> {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(address, port), PATIENCE_MILLIS);
                return CONNECTED;
            } catch (SocketTimeoutException _) {
                return SILENCE;
            } catch (NoRouteToHostException _) {
                return UNREACHABLE;
            } catch (ConnectException _) {
                return REFUSED;
            } catch (IOException e) {
                throw new IllegalStateException("can't even try " + address + " port " + port, e);
            }
        });
    }
}
