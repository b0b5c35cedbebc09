package io.porterlb.test.cluster.router;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What a router is told, in terms that every routing daemon has.
///
/// @param name the router's name, which is its namespace's role too
/// @param as its AS number
/// @param id its BGP identifier, as an IPv4 address
/// @param ipv6 whether it carries IPv6 routes too
/// @param neighbors whom it peers with
/// @param ranges who may peer with it; FRR only
/// @param sources the addresses that packets of its own are sent from, by `ipv4` and `ipv6`; empty: the interface's;
///     FRR only
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

    /// A router that carries IPv4 routes and knows nobody yet.
    public static RouterSpec of(String name, long as, String id) {
        return new RouterSpec(name, as, id, false, List.of(), List.of(), Map.of());
    }

    public RouterSpec withIpv6(boolean wanted) {
        return new RouterSpec(name, as, id, wanted, neighbors, ranges, sources);
    }

    public RouterSpec withNeighbors(List<Neighbor> wanted) {
        return new RouterSpec(name, as, id, ipv6, wanted, ranges, sources);
    }

    public RouterSpec withRanges(List<PeerRange> wanted) {
        return new RouterSpec(name, as, id, ipv6, neighbors, wanted, sources);
    }

    public RouterSpec withSources(Map<String, String> wanted) {
        return new RouterSpec(name, as, id, ipv6, neighbors, ranges, wanted);
    }

    /// A neighbor with a fixed address.
    ///
    /// @param address or the name of the interface that it is the only router behind (unnumbered; FRR only)
    public record Neighbor(String address, long as, List<SessionOption> options) {
        public Neighbor {
            options = List.copyOf(options);
        }

        public static Neighbor of(String address, long as, SessionOption... options) {
            return new Neighbor(address, as, List.of(options));
        }

        boolean isInterface() {
            return !address.contains(":") && !address.contains(".");
        }

        /// The option of this kind, at most one.
        <T extends SessionOption> Stream<T> option(Class<T> kind) {
            return options.stream().filter(kind::isInstance).map(kind::cast).limit(1);
        }

        boolean has(Class<? extends SessionOption> kind) {
            return option(kind).findAny().isPresent();
        }

        Set<Family> families() {
            return option(SessionOption.Families.class)
                    .map(SessionOption.Families::families)
                    .findFirst()
                    .orElseGet(() -> Set.of(Family.of(address)));
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

    /// What is wanted of BFD, of all neighbors.
    List<SessionOption.Bfd> bfd() {
        return neighbors.stream()
                .flatMap(neighbor -> neighbor.option(SessionOption.Bfd.class))
                .distinct()
                .toList();
    }

    boolean usesBfd() {
        return !bfd().isEmpty() || ranges.stream().anyMatch(PeerRange::bfd);
    }
}
