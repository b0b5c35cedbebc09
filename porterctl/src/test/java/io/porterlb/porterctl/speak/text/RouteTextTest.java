package io.porterlb.porterctl.speak.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.address.Prefix;
import io.porterlb.bgp.Community;
import io.porterlb.bgp.ExtendedCommunity;
import io.porterlb.bgp.LargeCommunity;
import io.porterlb.bgp.RouteAttributes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTextTest {
    private static RouteText read(String text) {
        return switch (RouteText.parse(text)) {
            case Parsed.Ok<RouteText>(var route) -> route;
            case Parsed.Bad<RouteText>(var problem) -> throw new AssertionError(problem);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "198.51.100.7/32, 198.51.100.7/32, ",
        "198.51.100.7, 198.51.100.7/32, ",
        "198.51.100.0/24@192.0.2.9, 198.51.100.0/24, 192.0.2.9",
        "0.0.0.0/0, 0.0.0.0/0, ",
        "2001:db8::7/128, 2001:db8::7/128, ",
        "[2001:db8::7]/128@[2001:db8::9], 2001:db8::7/128, 2001:db8::9",
        "[2001:db8::7], 2001:db8::7/128, ",
        "198.51.100.7/32@[2001:db8::9], 198.51.100.7/32, 2001:db8::9",
    })
    void hasAPrefixAndPerhapsANextHop(String text, String prefix, String nextHop) {
        RouteText route = read(text);
        assertEquals(prefix, route.prefix().toString());
        assertEquals(Optional.ofNullable(nextHop), route.nextHop().map(IpAddress::toString));
        assertEquals(RouteAttributes.DEFAULT, route.attributes());
    }

    @Test
    void takesEverySetting() {
        RouteText route = read("198.51.100.7/32,community=65000:1,community=no-export,large-community=4200000000:1:2,"
                + "ext-community=0x0002fde800000064,med=0,local-pref=4294967295,prepend=3,link-bandwidth=125000000,"
                + "path-id=9");
        RouteAttributes attributes = RouteAttributes.DEFAULT
                .withCommunities(List.of(new Community(65000, 1), new Community(65535, 65281)))
                .withLargeCommunities(List.of(new LargeCommunity(4_200_000_000L, 1, 2)))
                .withExtendedCommunities(List.of(new ExtendedCommunity(0x0002_fde8_0000_0064L)))
                .withMed(0)
                .withLocalPref(4_294_967_295L)
                .withPrepend(3)
                .withLinkBandwidth(125_000_000);
        assertEquals(
                new RouteText(
                        Prefix.host(IpAddress.of("198.51.100.7")), Optional.empty(), OptionalLong.of(9), attributes),
                route);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ""                                | '' is not an IP address
            example.org/32                    | 'example.org' is not an IP address
            198.51.100.7/33                   | the length of the prefix of 198.51.100.7 is a number from 0 to 32, not '33'
            198.51.100.7/                     | not ''
            198.51.100.7/24                   | has bits set after its length; the prefix is 198.51.100.0/24
            198.51.100.7/32@                  | '' is not an IP address
            198.51.100.7/32@gateway           | 'gateway' is not an IP address
            2001:db8::7/128@192.0.2.9         | an IPv6 route has an IPv6 next hop, not 192.0.2.9
            198.51.100.7/32,                  | '' is not a setting of a route: write KEY=VALUE
            198.51.100.7/32,med               | 'med' is not a setting of a route: write KEY=VALUE
            198.51.100.7/32,colour=red        | routes have no setting 'colour'; there are community, large-community
            198.51.100.7/32,med=-1            | med is a number from 0 to 4294967295, not '-1'
            198.51.100.7/32,med=4294967296    | not '4294967296'
            198.51.100.7/32,prepend=17        | prepend is a number from 0 to 16, not '17'
            198.51.100.7/32,path-id=0         | path-id is a number from 1 to
            198.51.100.7/32,community=65536:1 | '65536:1' is not a community: write two numbers
            198.51.100.7/32,community=1:2:3   | is not a community
            198.51.100.7/32,large-community=1:2 | is not a large community
            198.51.100.7/32,ext-community=12  | is not an extended community
            """)
    void whatIsNoRouteIsAnsweredWithWhatToWrite(String text, String problem) {
        Parsed.Bad<?> bad = assertInstanceOf(Parsed.Bad.class, RouteText.parse(text));
        assertTrue(bad.problem().contains(problem), bad.problem());
    }

    @Test
    void communitiesHaveALimit() {
        StringBuilder text = new StringBuilder("198.51.100.7/32");
        for (int i = 0; i <= RouteAttributes.MAX_COMMUNITY_OCTETS / 4; i++) {
            text.append(",community=1:").append(i);
        }
        Parsed.Bad<?> bad = assertInstanceOf(Parsed.Bad.class, RouteText.parse(text.toString()));
        assertTrue(bad.problem().startsWith("route 198.51.100.7/32: all communities take 1024 octets"), bad.problem());
    }
}
