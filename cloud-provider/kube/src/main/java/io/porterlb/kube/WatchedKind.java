package io.porterlb.kube;

import io.porterlb.kube.http.ResourceType;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// What a program may watch. A kind that is not watched is empty in every view.
public enum WatchedKind {
    SERVICES,
    ENDPOINTS,
    NODES,
    NAMESPACES,
    EIPS,
    BGP_CONFS,
    BGP_PEERS,
    /// PorterAddress objects: which addresses are taken.
    RECORDS,
    /// PorterNode objects: what the agents report.
    REPORTS,
    /// PorterCouncil objects: which nodes decide who answers for a Layer 2 address.
    COUNCILS;

    /// All that the manager needs: not the endpoints, which change with every Pod.
    public static final Set<WatchedKind> MANAGER =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(ENDPOINTS)));

    /// All that an agent needs: neither namespaces nor what other nodes report.
    public static final Set<WatchedKind> AGENT =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(NAMESPACES, REPORTS)));

    ResourceType<?> type() {
        return switch (this) {
            case SERVICES -> ResourceType.SERVICE;
            case ENDPOINTS -> ResourceType.ENDPOINT_SLICE;
            case NODES -> ResourceType.NODE;
            case NAMESPACES -> ResourceType.NAMESPACE;
            case EIPS -> ResourceType.EIP;
            case BGP_CONFS -> ResourceType.BGP_CONF;
            case BGP_PEERS -> ResourceType.BGP_PEER;
            case RECORDS -> ResourceType.PORTER_ADDRESS;
            case REPORTS -> ResourceType.PORTER_NODE;
            case COUNCILS -> ResourceType.PORTER_COUNCIL;
        };
    }
}
