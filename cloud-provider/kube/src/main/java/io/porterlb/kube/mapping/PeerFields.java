package io.porterlb.kube.mapping;

import com.google.gson.JsonObject;
import io.porterlb.kube.resource.BgpPeerSpec;
import java.util.Set;

/// What of a BgpPeer means something.
final class PeerFields {
    private static final UnsupportedFields KNOWN = new UnsupportedFields(Set.of(
                    "conf.neighborAddress",
                    "conf.neighborInterface",
                    "conf.peerAs",
                    "conf.localAs",
                    "conf.authPassword",
                    "conf.adminDown",
                    "conf.description",
                    "authSecretRef.*",
                    "transport.remotePort",
                    "transport.passiveMode",
                    "transport.localAddress",
                    "transport.mtuDiscovery", // as Linux has it anyway
                    "timers.config.holdTime",
                    "timers.config.keepaliveInterval",
                    "timers.config.connectRetry",
                    "ebgpMultihop.*",
                    "ttlSecurity.hops",
                    "bfd.*",
                    "nodeSelector.*",
                    "afiSafis",
                    "export.*",
                    "role",
                    "announce",
                    "speaker"))
            .and(ConfMapping.GRACEFUL_RESTART);

    private PeerFields() {}

    /// Paths of fields that are set and mean nothing, from `spec` on.
    static Set<String> unsupported(JsonObject json, BgpPeerSpec spec) {
        Set<String> paths = KNOWN.in(json);
        Speakers.unsupported(json, paths);
        FamilyMapping.unsupported(json, paths);
        PolicyMapping.unreadable(spec.export(), "spec.export.", paths);
        return paths;
    }
}
