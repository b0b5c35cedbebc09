package io.porterlb.bgp.rib;

import static io.porterlb.bgp.rib.RibBench.EXTERNAL;
import static io.porterlb.bgp.rib.RibBench.PEER;
import static io.porterlb.bgp.rib.RibBench.US;
import static io.porterlb.bgp.rib.RibBench.US6;
import static io.porterlb.bgp.rib.RibBench.V4;
import static io.porterlb.bgp.rib.RibBench.V6;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.address.Prefix;
import io.porterlb.bgp.Community;
import io.porterlb.bgp.FamilyConfig;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.Route;
import io.porterlb.bgp.RouteAttributes;
import io.porterlb.bgp.wire.value.CodecContext;
import io.porterlb.bgp.wire.value.PathPrefix;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A router that only listens ends up with exactly the routes that it should have, whatever was changed when,
/// and however slowly it took the messages in between.
class EventualRoutesTest {
    private static final int STEPS = 200;
    private static final int PREFIXES = 8;
    private static final int PATHS = 4;

    private Random random = new Random();
    private RouteAttributes policy = RouteAttributes.DEFAULT;
    private boolean draining;
    private int most;

    static LongStream seeds() {
        long first = System.nanoTime();
        return LongStream.concat(LongStream.range(0, 20), LongStream.range(first, first + 4));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void routerEndsUpWithTheRoutes(long seed) {
        random = new Random(seed);
        most = random.nextInt(4);
        CodecContext codec = most == 0 ? EXTERNAL : addPathInBoth();
        RibBench bench = new RibBench(peer(), RibBench.LINK, codec);
        ListeningRouter router = new ListeningRouter(codec);
        for (int step = 0; step < STEPS; step++) {
            change(bench);
            for (int taken = random.nextInt(4); taken > 0; taken--) {
                bench.out.next().ifPresent(update -> router.receive(bench.octets(update)));
            }
        }
        bench.flush().forEach(update -> router.receive(bench.octets(update)));
        assertEquals(expected(bench.routes()), router.paths());
        assertEquals(router.paths().size(), bench.out.size());
        assertEquals(Set.of(V4, V6), router.complete());
    }

    private static CodecContext addPathInBoth() {
        return new CodecContext(true, true, Set.of(V4, V6), Set.of(), Set.of(V4, V6), false);
    }

    private PeerConfig peer() {
        return RibBench.peer(65001)
                .withExport(policy)
                .withFamilies(FamilyConfig.IPV4.withAddPath(most), FamilyConfig.IPV6.withAddPath(most));
    }

    private void change(RibBench bench) {
        switch (random.nextInt(8)) {
            case 0 -> bench.out.readvertise(random.nextBoolean() ? V4 : V6);
            case 1 -> {
                policy = random.nextBoolean() ? RouteAttributes.DEFAULT : RouteAttributes.DEFAULT.withMed(7);
                bench.out.reexport(bench.out.export().with(peer()));
            }
            case 2 -> {
                draining = random.nextBoolean();
                bench.out.reexport(bench.out.export().draining(draining));
            }
            default -> bench.advertise(randomRoutes());
        }
    }

    private Set<Route> randomRoutes() {
        return Stream.of(IpFamily.values())
                .flatMap(family -> IntStream.range(0, PREFIXES * PATHS)
                        .filter(_ -> random.nextInt(3) > 0)
                        .mapToObj(i -> route(family, i / PATHS, i % PATHS)))
                .collect(Collectors.toSet());
    }

    /// The first path of a prefix leads to the speaker itself, the second to the peer, which must not be told
    /// of it.
    private Route route(IpFamily family, int prefix, int path) {
        Prefix to = family == IpFamily.V4 ? RibBench.host(prefix) : RibBench.host6(prefix);
        Optional<IpAddress> nextHop = path == 0 ? Optional.empty() : Optional.of(another(family, path));
        RouteAttributes attributes =
                random.nextBoolean() ? RouteAttributes.DEFAULT : RouteAttributes.DEFAULT.withMed(random.nextInt(2));
        Set<String> peers = random.nextInt(5) == 0 ? Set.of("leaf-b") : Set.of();
        return new Route(to, path + 1, nextHop, attributes, peers);
    }

    private static IpAddress another(IpFamily family, int path) {
        if (family == IpFamily.V4) {
            return path == 1 ? PEER : IpAddress.of("192.0.2." + (10 + path));
        }
        return IpAddress.of("2001:db8::" + (10 + path));
    }

    /// By the letter, with no memory of what came before.
    private Map<PathPrefix, ListeningRouter.Told> expected(LocalRoutes routes) {
        Map<PathPrefix, ListeningRouter.Told> expected = new HashMap<>();
        routes.forEach((prefix, paths) -> paths.stream()
                .filter(route -> route.peers().isEmpty() && !route.nextHop().equals(Optional.of(PEER)))
                .limit(Math.max(1, most))
                .forEach(route -> expected.put(new PathPrefix(most == 0 ? 0 : route.pathId(), prefix), told(route))));
        return expected;
    }

    private ListeningRouter.Told told(Route route) {
        boolean ipv4 = route.prefix().address().family() == IpFamily.V4;
        OptionalLong med =
                route.attributes().med().isPresent() ? route.attributes().med() : policy.med();
        return new ListeningRouter.Told(
                route.nextHop().orElse(ipv4 ? US : US6),
                med.isPresent() ? Optional.of(med.getAsLong()) : Optional.empty(),
                draining ? List.of(Community.GRACEFUL_SHUTDOWN.number()) : List.of());
    }
}
