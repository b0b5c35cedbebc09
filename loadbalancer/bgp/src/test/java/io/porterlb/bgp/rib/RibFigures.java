package io.porterlb.bgp.rib;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.porterlb.bgp.Route;
import io.porterlb.bgp.wire.MessageWriter;
import io.porterlb.bgp.wire.Update;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Prints what routes cost in time and memory, from the wanted set to octets. Not a test: it has a `main`, to
/// be run with the class path of the tests. Arguments: routes, peers, rounds.
final class RibFigures {
    private RibFigures() {}

    public static void main(String[] args) {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        int peers = args.length > 1 ? Integer.parseInt(args[1]) : 1;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 20;
        memory(count, peers);
        IntStream.range(0, rounds)
                .mapToObj(_ -> round(fresh(count), fresh(count), peers))
                .reduce(Times::best)
                .ifPresent(System.out::println);
    }

    /// In nanoseconds.
    private record Times(long image, long delta, long written, long all, long equalImages, long sameRoutes) {
        Times best(Times other) {
            return new Times(
                    Math.min(image, other.image),
                    Math.min(delta, other.delta),
                    Math.min(written, other.written),
                    Math.min(all, other.all),
                    Math.min(equalImages, other.equalImages),
                    Math.min(sameRoutes, other.sameRoutes));
        }

        @Override
        public String toString() {
            return String.format(
                    "best, ms: image %.1f, delta %.1f, tables and octets %.1f, all three %.1f;"
                            + " no difference: equal routes %.1f, the same routes %.1f",
                    image / 1e6, delta / 1e6, written / 1e6, all / 1e6, equalImages / 1e6, sameRoutes / 1e6);
        }
    }

    private static Set<Route> fresh(int count) {
        Set<Route> routes = HashSet.newHashSet(count);
        for (int i = 0; i < count; i++) {
            routes.add(Route.of(RibBench.host(i)));
        }
        return routes;
    }

    private static Times round(Set<Route> wanted, Set<Route> equal, int peers) {
        List<AdjRibOut> outs = outs(peers);
        long start = System.nanoTime();
        LocalRoutes routes = LocalRoutes.of(wanted);
        long built = System.nanoTime();
        RouteDelta delta = RouteDelta.between(LocalRoutes.NONE, routes);
        long compared = System.nanoTime();
        outs.forEach(out -> write(out, delta));
        long end = System.nanoTime();
        return new Times(
                built - start,
                compared - built,
                end - compared,
                end - start,
                comparing(routes, LocalRoutes.of(equal)),
                comparing(routes, LocalRoutes.of(wanted)));
    }

    private static long comparing(LocalRoutes from, LocalRoutes to) {
        long start = System.nanoTime();
        RouteDelta delta = RouteDelta.between(from, to);
        long time = System.nanoTime() - start;
        if (!delta.changed().isEmpty()) {
            throw new IllegalStateException("equal images differ: " + delta.changed());
        }
        return time;
    }

    private record Written(int updates, long octets) {
        Written plus(Written other) {
            return new Written(updates + other.updates, octets + other.octets);
        }
    }

    private static List<AdjRibOut> outs(int peers) {
        List<AdjRibOut> outs = new ArrayList<>();
        for (int i = 0; i < peers; i++) {
            outs.add(RibBench.external().out);
        }
        return outs;
    }

    private static Written write(AdjRibOut out, RouteDelta delta) {
        out.apply(delta);
        int updates = 0;
        long octets = 0;
        ByteBuf buffer = PooledByteBufAllocator.DEFAULT.directBuffer();
        for (Optional<Update> next = out.next(); next.isPresent(); next = out.next()) {
            MessageWriter.write(next.get(), buffer.clear(), RibBench.EXTERNAL);
            updates++;
            octets += buffer.readableBytes();
        }
        buffer.release();
        return new Written(updates, octets);
    }

    private static void memory(int count, int peers) {
        long empty = used();
        LocalRoutes routes = LocalRoutes.of(fresh(count));
        long image = used();
        RouteDelta delta = RouteDelta.between(LocalRoutes.NONE, routes);
        List<AdjRibOut> outs = outs(peers);
        Written written = outs.stream()
                .map(out -> write(out, delta))
                .reduce(Written::plus)
                .orElseThrow();
        long all = used();
        System.out.printf(
                "%d routes, %d peers: %d UPDATEs, %d octets; live heap: routes and image %.1f MB, tables %.1f MB%n",
                delta.changed().size(),
                outs.size(),
                written.updates(),
                written.octets(),
                (image - empty) / 1e6,
                (all - image) / 1e6);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
