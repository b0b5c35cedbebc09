package io.porterlb.test.cluster.router;

import java.util.List;
import java.util.Map;

/// What a router is told, in terms that every routing daemon has.
///
/// @param name the router's name, which is its namespace's role too
/// @param as its AS number
/// @param id its BGP identifier, as an IPv4 address
/// @param ipv6 whether it carries IPv6 routes too
/// @param neighbors whom it peers with
/// @param ranges who may peer with it
/// @param sources the addresses that packets of its own are sent from, by `ipv4` and `ipv6`; empty: the interface's
public record RouterSpec(
        String name,
        long as,
        String id,
        boolean ipv6,
        List<Neighbor> neighbors,
        List<PeerRange> ranges,
        Map<String, String> sources) {
    public RouterSpec {
        neighbors = List.copyOf(neighbors);
        ranges = List.copyOf(ranges);
        sources = Map.copyOf(sources);
    }

    /// A neighbor with a fixed address; a session carries the family of its address.
    public record Neighbor(String address, long as) {
        boolean isIpv6() {
            return address.contains(":");
        }
    }

    /// Neighbors that call, from any address in these prefixes; a session carries IPv4, and IPv6 where the router does.
    ///
    /// @param name of the peer group, in capital letters
    /// @param bfd whether a BFD session goes with each BGP session
    public record PeerRange(String name, List<String> prefixes, long as, boolean bfd) {
        public PeerRange {
            prefixes = List.copyOf(prefixes);
        }
    }

    boolean usesBfd() {
        return ranges.stream().anyMatch(PeerRange::bfd);
    }
}
