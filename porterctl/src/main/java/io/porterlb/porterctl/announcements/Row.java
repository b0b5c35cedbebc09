package io.porterlb.porterctl.announcements;

import io.porterlb.kube.agents.RouteAnnouncement.Told;
import java.util.List;

/// One address on one node, or an address that nobody announces.
///
/// @param address an address, or the prefix of a route to no address that a Service holds
/// @param services `namespace/name`, in order
/// @param protocol `bgp` or `layer2`; empty where nobody announces
/// @param node empty where nobody announces
/// @param device the interface, of Layer 2
/// @param peers the BgpPeers that were told, of BGP
/// @param state `Announced`, `Leaving` or `NoSession` of BGP; `Probing`, `Announcing`, `Contested`, `InUse` or
/// `LinkDown` of
///     Layer 2; empty where nobody announces
/// @param announced whether that brings traffic to the node
/// @param since when that began, RFC 3339; empty where nobody announces
/// @param note what else there is to say, as phrases
record Row(
        String address,
        List<String> services,
        String protocol,
        String node,
        String device,
        List<Told> peers,
        String state,
        boolean announced,
        String since,
        String note) {
    static Row nobody(Held held) {
        return new Row(held.address().toString(), held.services(), "", "", "", List.of(), "", false, "", "");
    }
}
