package io.porterlb.desired.view;

import io.porterlb.address.IpAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that is known of the cluster at one moment. Immutable; two views of the same cluster share the maps of kinds
/// that did not change between them, so `==` on a map tells that nothing in it changed.
///
/// @param endpoints endpoints of each Service, over all its EndpointSlices; for a program that does not watch them, of
///     those Services that it has asked for
/// @param confs BgpConfs by name
/// @param peers BgpPeers by name
/// @param records PorterAddresses
/// @param reports PorterNodes by node name
/// @param councils PorterCouncils by name
/// @param secrets those that BgpPeers name; empty for a program that may not read Secrets
public record ClusterView(
        Map<ServiceKey, ServiceView> services,
        Map<ServiceKey, List<EndpointView>> endpoints,
        Map<String, NodeView> nodes,
        Map<String, NamespaceView> namespaces,
        Map<String, EipView> eips,
        Map<String, BgpConfView> confs,
        Map<String, BgpPeerView> peers,
        Map<IpAddress, AddressRecord> records,
        Map<String, NodeReport> reports,
        Map<String, CouncilView> councils,
        Optional<Secrets> secrets) {
    /// A cluster of which nothing is known.
    public static final ClusterView EMPTY = new ClusterView(
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Optional.empty());

    /// The same cluster with other records of taken addresses.
    public ClusterView withRecords(Map<IpAddress, AddressRecord> others) {
        return new ClusterView(
                services,
                endpoints,
                nodes,
                namespaces,
                eips,
                confs,
                peers,
                Map.copyOf(others),
                reports,
                councils,
                secrets);
    }

    /// The same cluster with these endpoints.
    public ClusterView withEndpoints(Map<ServiceKey, List<EndpointView>> read) {
        return new ClusterView(
                services, Map.copyOf(read), nodes, namespaces, eips, confs, peers, records, reports, councils, secrets);
    }

    /// The same cluster with these Secrets.
    public ClusterView withSecrets(Secrets read) {
        return new ClusterView(
                services,
                endpoints,
                nodes,
                namespaces,
                eips,
                confs,
                peers,
                records,
                reports,
                councils,
                Optional.of(read));
    }
}
