package io.porterlb.bgp.peer;

import io.porterlb.bgp.FamilyConfig;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.SessionState;
import io.porterlb.bgp.Transport;
import io.porterlb.bgp.wire.value.AddressFamily;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What another configuration means for the session of a peer.
enum ConfigChange {
    NONE,
    /// Timers, time to live, who is to connect, what routes look like: taken over as they are.
    KEEPS_SESSION,
    /// The peer is to be left alone from now on.
    SHUTS_DOWN,
    /// What the OPEN or the connection was made of, or there is no session to keep: start anew.
    RESETS;

    static ConfigChange between(PeerConfig old, PeerConfig next, SessionState state) {
        if (old.equals(next)) {
            return NONE;
        }
        if (next.adminDown()) {
            return old.adminDown() ? KEEPS_SESSION : SHUTS_DOWN;
        }
        return hasSession(state) && essence(old).equals(essence(next)) ? KEEPS_SESSION : RESETS;
    }

    private static boolean hasSession(SessionState state) {
        return switch (state) {
            case IDLE, CONNECT, ACTIVE -> false;
            case OPEN_SENT, OPEN_CONFIRM, ESTABLISHED -> true;
        };
    }

    private static List<Object> essence(PeerConfig config) {
        Transport transport = config.transport();
        return List.of(
                config.address(),
                config.localAs(),
                config.peerAs(),
                config.routerId(),
                config.times().hold(),
                transport.port(),
                transport.localAddress(),
                transport.password(),
                addPathByFamily(config),
                config.gracefulRestart(),
                config.role());
    }

    /// Whether the peer is offered several paths; how many they are at most is no matter of the OPEN.
    private static Map<AddressFamily, Boolean> addPathByFamily(PeerConfig config) {
        return config.families().stream()
                .collect(Collectors.toMap(FamilyConfig::family, family -> family.addPathSendMax() > 0));
    }
}
