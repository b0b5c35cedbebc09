package io.porterlb.test.bench.bgp.announcer;

import io.porterlb.address.IpAddress;
import io.porterlb.address.Prefix;
import io.porterlb.bfd.BfdListener;
import io.porterlb.bfd.BfdSessionConfig;
import io.porterlb.bfd.BfdSessionStatus;
import io.porterlb.bfd.BfdSpeaker;
import io.porterlb.bgp.BgpSpeaker;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.Route;
import io.porterlb.test.bench.bgp.testbed.Testbed;
import io.porterlb.test.bench.bgp.wire.HostRoutes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Our speaker, in a process of its own: takes orders as lines, and answers each with the moment at which it called the
/// library. What is built for a call is built before.
final class SpeakerMain {
    private static final IpAddress ROUTER_ID = IpAddress.of(Testbed.ANNOUNCER_ADDRESS);
    private static final IpAddress RECEIVER = IpAddress.of(Testbed.RECEIVER_ADDRESS);

    private final BgpSpeaker bgp = BgpSpeaker.start(_ -> {});
    private final Set<Route> single = new HashSet<>();
    private Set<Route> many = Set.of();

    private SpeakerMain() {}

    public static void main(String... arguments) throws IOException {
        SpeakerMain speaker = new SpeakerMain();
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            System.out.println(speaker.follow(order.split(" ", 2)));
        }
        speaker.bgp.close();
    }

    private long follow(String[] order) {
        return switch (order[0]) {
            case "peer" -> peer();
            case "announce" -> announce(order[1]);
            case "withdraw" -> withdraw(order[1]);
            case "prepare" -> prepare(Integer.parseInt(order[1]));
            case "announce-all" -> announceAll();
            case "withdraw-all" -> advertise(Set.copyOf(single));
            case "bfd" -> bfd(Duration.ofMillis(Long.parseLong(order[1])));
            default -> throw new IllegalArgumentException(order[0]);
        };
    }

    private long peer() {
        Set<PeerConfig> peers =
                Set.of(PeerConfig.of("receiver", RECEIVER, Testbed.ANNOUNCER_AS, Testbed.RECEIVER_AS, ROUTER_ID));
        long at = System.nanoTime();
        bgp.configure(peers);
        return at;
    }

    private long announce(String prefix) {
        single.add(route(prefix));
        return advertise(Set.copyOf(single));
    }

    private long withdraw(String prefix) {
        single.remove(route(prefix));
        return advertise(Set.copyOf(single));
    }

    private static Route route(String prefix) {
        return Route.of(Prefix.host(IpAddress.of(prefix.substring(0, prefix.indexOf('/')))));
    }

    private long prepare(int count) {
        many = IntStream.range(0, count)
                .mapToObj(i -> route(HostRoutes.text(i)))
                .collect(Collectors.toUnmodifiableSet());
        return System.nanoTime();
    }

    private long announceAll() {
        Set<Route> all = new HashSet<>(many);
        all.addAll(single);
        return advertise(all);
    }

    private long advertise(Set<Route> all) {
        long at = System.nanoTime();
        bgp.advertise(all);
        return at;
    }

    private static long bfd(Duration interval) {
        BfdSpeaker bfd = BfdSpeaker.start(new BfdListener() {
            @Override
            public void up(BfdSessionStatus status) {}

            @Override
            public void down(BfdSessionStatus status) {}
        });
        long at = System.nanoTime();
        bfd.configure(Set.of(BfdSessionConfig.singleHop("receiver", RECEIVER).every(interval, 3)));
        return at;
    }
}
