package io.porterlb.porterctl.speak.text;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.address.Prefix;
import io.porterlb.bgp.RouteAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A route as it is written: `198.51.100.7/32`, `198.51.100.7/32@192.0.2.9,community=65000:1,med=10`.
///
/// @param prefix where to
/// @param nextHop whom to send packets to; empty for the speaker itself
/// @param pathId path identifier; to be chosen if empty
/// @param attributes the rest
public record RouteText(Prefix prefix, Optional<IpAddress> nextHop, OptionalLong pathId, RouteAttributes attributes) {
    public static Parsed<RouteText> parse(String text) {
        List<String> parts = Arrays.asList(text.split(",", -1));
        Parsed<RouteText> route = destination(parts.getFirst());
        for (String setting : parts.subList(1, parts.size())) {
            route = route.then(known -> RouteKey.set(known, setting));
        }
        return route;
    }

    private static Parsed<RouteText> destination(String text) {
        int at = text.indexOf('@');
        if (at < 0) {
            return AddressText.prefix(text).map(prefix -> to(prefix, Optional.empty()));
        }
        return AddressText.prefix(text.substring(0, at))
                .then(prefix -> AddressText.address(text.substring(at + 1)).then(hop -> via(prefix, hop)));
    }

    /// IPv4 routes may have an IPv6 next hop ([RFC 8950](https://www.rfc-editor.org/rfc/rfc8950)), not the other way.
    private static Parsed<RouteText> via(Prefix prefix, IpAddress hop) {
        boolean possible = prefix.address().family() == IpFamily.V4 || hop.family() == IpFamily.V6;
        return possible
                ? Parsed.ok(to(prefix, Optional.of(hop)))
                : Parsed.bad("an IPv6 route has an IPv6 next hop, not " + hop);
    }

    private static RouteText to(Prefix prefix, Optional<IpAddress> nextHop) {
        return new RouteText(prefix, nextHop, OptionalLong.empty(), RouteAttributes.DEFAULT);
    }

    RouteText withPathId(long next) {
        return new RouteText(prefix, nextHop, OptionalLong.of(next), attributes);
    }

    RouteText with(RouteAttributes next) {
        return new RouteText(prefix, nextHop, pathId, next);
    }
}
