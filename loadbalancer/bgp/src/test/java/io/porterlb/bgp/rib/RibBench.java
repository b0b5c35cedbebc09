package io.porterlb.bgp.rib;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.address.Prefix;
import io.porterlb.bgp.FamilyConfig;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.Route;
import io.porterlb.bgp.wire.MessageHeader;
import io.porterlb.bgp.wire.MessageWriter;
import io.porterlb.bgp.wire.Update;
import io.porterlb.bgp.wire.value.AddressFamily;
import io.porterlb.bgp.wire.value.CodecContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What routes need to be told to one peer: the tables, a router's end of the session, and its messages.
final class RibBench {
    static final IpAddress PEER = IpAddress.of("192.0.2.1");
    static final IpAddress US = IpAddress.of("192.0.2.7");
    static final IpAddress PEER6 = IpAddress.of("2001:db8::1");
    static final IpAddress US6 = IpAddress.of("2001:db8::7");
    static final IpAddress LINK_LOCAL = IpAddress.of("fe80::7");
    static final AddressFamily V4 = AddressFamily.IPV4_UNICAST;
    static final AddressFamily V6 = AddressFamily.IPV6_UNICAST;

    /// Another AS, four-octet AS numbers, both families, one path a prefix.
    static final CodecContext EXTERNAL = CodecContext.of(true, true, Set.of(V4, V6));

    static final CodecContext INTERNAL = CodecContext.of(true, false, Set.of(V4, V6));

    static final SessionLink LINK = new SessionLink(
            Optional.of(PEER), new SelfAddresses(Optional.of(US), Optional.of(US6), Optional.empty()), List.of());

    final CodecContext codec;
    final AdjRibOut out;
    private LocalRoutes routes = LocalRoutes.NONE;

    RibBench(PeerConfig peer, SessionLink link, CodecContext codec) {
        this.codec = codec;
        this.out = new AdjRibOut(new Export(peer, link, codec));
    }

    static RibBench external() {
        return new RibBench(peer(65001), LINK, EXTERNAL);
    }

    static RibBench internal() {
        return new RibBench(peer(65000), LINK, INTERNAL);
    }

    /// With so many paths a prefix.
    static RibBench addPath(int most) {
        PeerConfig peer = peer(65001).withFamilies(FamilyConfig.IPV4.withAddPath(most), FamilyConfig.IPV6);
        return new RibBench(peer, LINK, withAddPath(EXTERNAL));
    }

    static CodecContext withAddPath(CodecContext codec) {
        return new CodecContext(
                codec.fourOctetAs(), codec.external(), codec.families(), Set.of(), Set.of(V4), codec.extendedNextHop());
    }

    /// The peer is AS 65000.
    static PeerConfig peer(long localAs) {
        return PeerConfig.of("leaf-a", PEER, localAs, 65000, IpAddress.of("10.0.0.1"))
                .withFamilies(FamilyConfig.IPV4, FamilyConfig.IPV6);
    }

    static IpAddress address(int number) {
        return new IpAddress(IpFamily.V4, 0, 0xC633_0000L + number);
    }

    static Prefix host(int number) {
        return Prefix.host(address(number));
    }

    static Prefix host6(int number) {
        return Prefix.host(new IpAddress(IpFamily.V6, 0x2001_0db8_0001_0000L, number));
    }

    static Set<Route> hosts(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> Route.of(host(i))).collect(Collectors.toSet());
    }

    static Set<Route> hosts6(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> Route.of(host6(i))).collect(Collectors.toSet());
    }

    static Route via(int number, String nextHop, long pathId) {
        return Route.via(host(number), IpAddress.of(nextHop), pathId);
    }

    /// Makes these the routes.
    RibBench advertise(Set<Route> wanted) {
        LocalRoutes next = LocalRoutes.of(wanted);
        out.apply(RouteDelta.between(routes, next));
        routes = next;
        return this;
    }

    LocalRoutes routes() {
        return routes;
    }

    /// All messages that are due.
    List<Update> flush() {
        List<Update> updates = new ArrayList<>();
        Optional<Update> next = out.next();
        while (next.isPresent()) {
            updates.add(next.get());
            next = out.next();
        }
        return updates;
    }

    /// All messages that are due, but End-of-RIB.
    List<Update> flushRoutes() {
        return flush().stream()
                .filter(update -> !update.equals(Update.endOfRib(V4)) && !update.equals(Update.endOfRib(V6)))
                .toList();
    }

    ByteBuf octets(Update update) {
        ByteBuf buffer = Unpooled.buffer();
        MessageWriter.write(update, buffer, codec);
        return buffer;
    }

    /// Whether another route would have fitted is not asked.
    boolean fits(Update update) {
        return octets(update).readableBytes() <= MessageHeader.MAX_LENGTH;
    }
}
