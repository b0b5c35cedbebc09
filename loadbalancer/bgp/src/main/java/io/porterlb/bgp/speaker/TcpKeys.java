package io.porterlb.bgp.speaker;

import io.porterlb.address.IpAddress;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.TcpPassword;
import java.net.InetAddress;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The TCP MD5 keys of all peers, for the sockets that listen. Of two peers at one address, which differ in
/// their ports, the last one's counts.
public final class TcpKeys {
    private TcpKeys() {}

    public static Map<InetAddress, byte[]> of(Collection<PeerConfig> peers) {
        Map<InetAddress, byte[]> keys = new HashMap<>();
        for (PeerConfig peer : peers) {
            Optional<IpAddress> address = peer.address().known();
            Optional<TcpPassword> password = peer.transport().password();
            if (address.isPresent() && password.isPresent()) {
                keys.put(address.get().toInetAddress(), password.get().octets());
            }
        }
        return keys;
    }
}
