package io.porterlb.porterctl.speak.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.address.IpAddress;
import io.porterlb.address.Prefix;
import io.porterlb.bgp.ReceivedUpdate;
import io.porterlb.bgp.wire.Update;
import io.porterlb.bgp.wire.attribute.Aggregator;
import io.porterlb.bgp.wire.attribute.As4Path;
import io.porterlb.bgp.wire.attribute.AsPath;
import io.porterlb.bgp.wire.attribute.AsPathSegment;
import io.porterlb.bgp.wire.attribute.AtomicAggregate;
import io.porterlb.bgp.wire.attribute.ClusterList;
import io.porterlb.bgp.wire.attribute.Communities;
import io.porterlb.bgp.wire.attribute.ExtendedCommunities;
import io.porterlb.bgp.wire.attribute.LargeCommunities;
import io.porterlb.bgp.wire.attribute.LocalPref;
import io.porterlb.bgp.wire.attribute.MpReachNlri;
import io.porterlb.bgp.wire.attribute.MpUnreachNlri;
import io.porterlb.bgp.wire.attribute.MultiExitDisc;
import io.porterlb.bgp.wire.attribute.NextHop;
import io.porterlb.bgp.wire.attribute.OnlyToCustomer;
import io.porterlb.bgp.wire.attribute.Origin;
import io.porterlb.bgp.wire.attribute.OriginatorId;
import io.porterlb.bgp.wire.attribute.PathAttribute;
import io.porterlb.bgp.wire.attribute.UnknownAttribute;
import io.porterlb.bgp.wire.fault.FaultAction;
import io.porterlb.bgp.wire.fault.NotificationCode;
import io.porterlb.bgp.wire.fault.UpdateFault;
import io.porterlb.bgp.wire.value.AddressFamily;
import io.porterlb.bgp.wire.value.Octets;
import io.porterlb.bgp.wire.value.PathPrefix;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReceivedLinesTest {
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.000600Z");
    private static final PathPrefix V4 = PathPrefix.of(Prefix.host(IpAddress.of("198.51.100.7")));
    private static final PathPrefix V6 = PathPrefix.of(Prefix.host(IpAddress.of("2001:db8::7")));
    private static final String START =
            "{\"ts\":\"2026-01-02T03:04:05.000600Z\",\"event\":\"received\",\"peer\":\"192.0.2.1\",\"action\":";

    private static String lines(Update update) {
        return lines(new ReceivedUpdate(update, Optional.empty(), List.of()));
    }

    private static String lines(ReceivedUpdate update) {
        return ReceivedLines.of("192.0.2.1", update, AT).stream()
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }

    private static ReceivedUpdate faulty(Update update, FaultAction action, String what) {
        UpdateFault fault = new UpdateFault(action, NotificationCode.INVALID_ORIGIN_ATTRIBUTE, 1, Octets.NONE, what);
        return new ReceivedUpdate(update, Optional.of(action), List.of(fault));
    }

    @Test
    void anAnnouncedPrefixHasTheAttributesOfItsUpdate() {
        List<PathAttribute> attributes = List.of(
                Origin.IGP,
                new AsPath(List.of(
                        AsPathSegment.sequence(65001L, 65002L),
                        new AsPathSegment(AsPathSegment.Kind.AS_SET, List.of(1L, 2L)))),
                new NextHop(IpAddress.of("192.0.2.9")),
                new MultiExitDisc(4_294_967_295L),
                new LocalPref(100),
                new AtomicAggregate(),
                new Aggregator(65001, IpAddress.of("10.0.0.1")),
                new Communities(List.of(65000 << 16 | 1, 0xFFFF0000)),
                new OriginatorId(IpAddress.of("10.0.0.2")),
                new ClusterList(List.of(IpAddress.of("10.0.0.3"), IpAddress.of("10.0.0.4"))),
                new ExtendedCommunities(List.of(0x0002_fde8_0000_0064L)),
                new LargeCommunities(List.of(new LargeCommunities.Value(4_200_000_000L, 1, 2))),
                new OnlyToCustomer(65003),
                new UnknownAttribute(0xE0, 99, Octets.of((byte) 0xAB)));
        assertEquals(
                START + "\"announce\",\"prefix\":\"198.51.100.7/32\",\"attributes\":{\"origin\":\"igp\","
                        + "\"as-path\":[65001,65002,[1,2]],\"next-hop\":\"192.0.2.9\",\"med\":4294967295,"
                        + "\"local-pref\":100,\"atomic-aggregate\":true,"
                        + "\"aggregator\":{\"as\":65001,\"address\":\"10.0.0.1\"},"
                        + "\"community\":[\"65000:1\",\"65535:0\"],"
                        + "\"originator-id\":\"10.0.0.2\",\"cluster-list\":[\"10.0.0.3\",\"10.0.0.4\"],"
                        + "\"ext-community\":[\"0x0002fde800000064\"],\"large-community\":[\"4200000000:1:2\"],"
                        + "\"only-to-customer\":65003,\"unknown\":[{\"code\":99,\"flags\":224,\"value\":\"ab\"}]}}",
                lines(new Update(List.of(), attributes, List.of(V4))));
    }

    /// RFC 6793 4.2.3: the numbers that did not fit are in AS4_PATH.
    @Test
    void thePathFromANarrowPeerIsThatOfBothAttributes() {
        List<PathAttribute> attributes = List.of(
                new AsPath(List.of(AsPathSegment.sequence(65001L, 23456L))),
                new As4Path(List.of(AsPathSegment.sequence(4_200_000_000L))));
        assertEquals(
                START + "\"announce\",\"prefix\":\"198.51.100.7/32\",\"attributes\":{"
                        + "\"as-path\":[65001,4200000000],\"as4-path\":[4200000000]}}",
                lines(new Update(List.of(), attributes, List.of(V4))));
    }

    @Test
    void eachPathIsALineOfItsOwn() {
        PathPrefix second = new PathPrefix(2, V4.prefix());
        assertEquals(
                START + "\"withdraw\",\"prefix\":\"198.51.100.7/32\",\"attributes\":{}}\n" + START
                        + "\"withdraw\",\"prefix\":\"198.51.100.7/32\",\"path-id\":2,\"attributes\":{}}",
                lines(Update.withdrawing(List.of(V4, second))));
    }

    @Test
    void anIpv6PrefixHasTheNextHopsOfItsAttribute() {
        PathAttribute reach = new MpReachNlri(
                AddressFamily.IPV6_UNICAST, List.of(IpAddress.of("2001:db8::9"), IpAddress.of("fe80::9")), List.of(V6));
        PathAttribute unreach = new MpUnreachNlri(AddressFamily.IPV6_UNICAST, List.of(V6));
        assertEquals(
                START + "\"withdraw\",\"prefix\":\"2001:db8::7/128\",\"attributes\":{}}\n" + START
                        + "\"announce\",\"prefix\":\"2001:db8::7/128\",\"attributes\":{\"origin\":\"egp\","
                        + "\"next-hop\":\"2001:db8::9\",\"link-local-next-hop\":\"fe80::9\"}}",
                lines(new Update(List.of(), List.of(Origin.EGP, reach, unreach), List.of())));
    }

    @Test
    void endOfRibIsNoRoute() {
        String start = "{\"ts\":\"2026-01-02T03:04:05.000600Z\",\"event\":\"end-of-rib\",\"peer\":\"192.0.2.1\",";
        assertEquals(start + "\"family\":\"ipv4\"}", lines(Update.END_OF_RIB));
        assertEquals(start + "\"family\":\"ipv6\"}", lines(Update.endOfRib(AddressFamily.IPV6_UNICAST)));
    }

    @Test
    void whatRfc7606TurnsIntoAWithdrawalSaysSo() {
        assertEquals(
                START + "\"withdraw\",\"prefix\":\"198.51.100.7/32\",\"attributes\":{},"
                        + "\"rfc7606\":\"treat-as-withdraw\",\"faults\":[\"ORIGIN is malformed\"]}",
                lines(faulty(Update.withdrawing(List.of(V4)), FaultAction.WITHDRAW, "ORIGIN is malformed")));
    }

    @Test
    void whatRfc7606DiscardsSaysSo() {
        Update update = new Update(List.of(), List.of(Origin.INCOMPLETE), List.of(V4));
        assertEquals(
                START + "\"announce\",\"prefix\":\"198.51.100.7/32\",\"attributes\":{\"origin\":\"incomplete\"},"
                        + "\"rfc7606\":\"attribute-discard\",\"faults\":[\"AGGREGATOR is malformed\"]}",
                lines(faulty(update, FaultAction.DISCARD, "AGGREGATOR is malformed")));
    }

    @Test
    void faultsOfAnUpdateWithoutPrefixesAreShownToo() {
        assertEquals(
                START + "\"none\",\"rfc7606\":\"attribute-discard\",\"faults\":[\"AGGREGATOR is malformed\"]}",
                lines(faulty(Update.END_OF_RIB, FaultAction.DISCARD, "AGGREGATOR is malformed")));
    }
}
