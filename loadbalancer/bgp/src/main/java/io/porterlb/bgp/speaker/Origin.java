package io.porterlb.bgp.speaker;

import io.porterlb.bgp.PeerAddress;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.net.Incoming;

/// Whether a connection comes from a peer: from its address, on its interface where that is link-local, and to the
/// address that we would connect from.
final class Origin {
    private Origin() {}

    static boolean fits(PeerConfig peer, Incoming connection) {
        boolean toUs = peer.transport()
                .localAddress()
                .filter(local -> !local.equals(connection.localAddress()))
                .isEmpty();
        return toUs && from(peer.address(), connection);
    }

    private static boolean from(PeerAddress address, Incoming connection) {
        return switch (address) {
            case PeerAddress.At(var at, var device) ->
                at.equals(connection.remoteAddress())
                        && (connection.device().isEmpty() || connection.device().equals(device));
            case PeerAddress.OnLink(var device) ->
                PeerAddress.isLinkLocal(connection.remoteAddress())
                        && connection.device().filter(device::equals).isPresent();
        };
    }
}
