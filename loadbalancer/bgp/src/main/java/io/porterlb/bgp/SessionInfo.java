package io.porterlb.bgp;

import io.porterlb.address.IpAddress;
import io.porterlb.bgp.wire.value.AddressFamily;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/// What a session is made of, from OpenConfirm on.
///
/// @param localAddress our end of the connection
/// @param peerAddress the peer's end
/// @param openedByPeer whether the peer opened the connection
/// @param keepalive interval of our KEEPALIVEs; zero for none
/// @param families of routes that both sides agreed on
/// @param addPath those of them in which the peer takes several paths of a prefix
/// @param extendedNextHop whether IPv4 routes may have an IPv6 next hop
/// @param keepsRoutes whether the peer keeps our routes while we restart: both asked for it ([RFC 4724
///     4.2](https://www.rfc-editor.org/rfc/rfc4724#section-4.2))
/// @param capabilities all that the peer offered, in words, in its order
/// @param pathsSent how many paths the peer has from us, by family
/// @param prefixesReceived how many routes the peer has announced and not withdrawn, none of which is kept;
///     empty if there are more than are counted (10,000)
public record SessionInfo(
        IpAddress localAddress,
        IpAddress peerAddress,
        boolean openedByPeer,
        Duration keepalive,
        Set<AddressFamily> families,
        Set<AddressFamily> addPath,
        boolean extendedNextHop,
        boolean keepsRoutes,
        List<String> capabilities,
        Map<AddressFamily, Integer> pathsSent,
        OptionalInt prefixesReceived) {
    public SessionInfo {
        families = Set.copyOf(families);
        addPath = Set.copyOf(addPath);
        capabilities = List.copyOf(capabilities);
        pathsSent = Map.copyOf(pathsSent);
    }

    /// The same session with other counts.
    public SessionInfo with(Map<AddressFamily, Integer> sent, OptionalInt received) {
        return new SessionInfo(
                localAddress,
                peerAddress,
                openedByPeer,
                keepalive,
                families,
                addPath,
                extendedNextHop,
                keepsRoutes,
                capabilities,
                sent,
                received);
    }
}
