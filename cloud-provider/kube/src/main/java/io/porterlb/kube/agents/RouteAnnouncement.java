package io.porterlb.kube.agents;

import io.porterlb.kube.resource.Absent;
import java.util.List;

/// A route that a node announces by BGP.
///
/// @param prefix such as `198.51.100.7/32`
/// @param nextHop another node's address; empty for the node itself
/// @param services those at its addresses, `namespace/name`, in order
/// @param leaving whether routers are being told that it will soon be gone
/// @param since when the node began to announce it, RFC 3339
/// @param peers the BgpPeers that have been told, in order; empty while no session is up
public record RouteAnnouncement(
        String prefix, String nextHop, List<String> services, boolean leaving, String since, List<Told> peers) {
    public RouteAnnouncement {
        prefix = Absent.text(prefix);
        nextHop = Absent.text(nextHop);
        services = List.copyOf(Absent.list(services));
        since = Absent.text(since);
        peers = List.copyOf(Absent.list(peers));
    }

    /// A BgpPeer that has been told.
    ///
    /// @param since RFC 3339
    public record Told(String peer, String since) {
        public Told {
            peer = Absent.text(peer);
            since = Absent.text(since);
        }
    }
}
