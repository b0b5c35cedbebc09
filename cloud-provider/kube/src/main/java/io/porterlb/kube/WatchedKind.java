package io.porterlb.kube;

import io.porterlb.kube.http.ResourceType;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// What a program may watch. A kind that is not watched is empty in every view.
public enum WatchedKind {
    SERVICES(ResourceType.SERVICE),
    ENDPOINTS(ResourceType.ENDPOINT_SLICE),
    NODES(ResourceType.NODE),
    NAMESPACES(ResourceType.NAMESPACE),
    EIPS(ResourceType.EIP),
    BGP_CONFS(ResourceType.BGP_CONF),
    BGP_PEERS(ResourceType.BGP_PEER),
    /// PorterAddress objects: which addresses are taken.
    RECORDS(ResourceType.PORTER_ADDRESS),
    /// PorterNode objects: what the agents report.
    REPORTS(ResourceType.PORTER_NODE);

    /// All that the manager needs.
    public static final Set<WatchedKind> MANAGER = Collections.unmodifiableSet(EnumSet.allOf(WatchedKind.class));

    /// All that an agent needs: neither namespaces nor what other nodes report.
    public static final Set<WatchedKind> AGENT =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(NAMESPACES, REPORTS)));

    // An enum is serializable, a ResourceType is not; enums write their name only
    private final transient ResourceType<?> type;

    WatchedKind(ResourceType<?> type) {
        this.type = type;
    }

    ResourceType<?> type() {
        return type;
    }
}
