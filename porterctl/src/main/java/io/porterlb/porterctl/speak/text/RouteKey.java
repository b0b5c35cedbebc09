package io.porterlb.porterctl.speak.text;

import io.porterlb.bgp.RouteAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The settings of a route, `KEY=VALUE`. Those of communities may come several times and add up; of all others the last
/// one counts.
enum RouteKey {
    COMMUNITY("community"),
    LARGE_COMMUNITY("large-community"),
    EXT_COMMUNITY("ext-community"),
    MED("med"),
    LOCAL_PREF("local-pref"),
    PREPEND("prepend"),
    LINK_BANDWIDTH("link-bandwidth"),
    PATH_ID("path-id");

    private final String key;

    RouteKey(String key) {
        this.key = key;
    }

    /// The route with this setting.
    static Parsed<RouteText> set(RouteText route, String setting) {
        int equals = setting.indexOf('=');
        if (equals < 0) {
            return Parsed.bad("'" + setting + "' is not a setting of a route: write KEY=VALUE");
        }
        return find(setting.substring(0, equals)).then(key -> key.apply(route, setting.substring(equals + 1)));
    }

    private static Parsed<RouteKey> find(String text) {
        Optional<RouteKey> found =
                Arrays.stream(values()).filter(key -> key.key.equals(text)).findFirst();
        String all = Arrays.stream(values()).map(key -> key.key).collect(Collectors.joining(", "));
        return Parsed.of(found, "routes have no setting '" + text + "'; there are " + all);
    }

    private Parsed<RouteText> apply(RouteText route, String value) {
        RouteAttributes old = route.attributes();
        return switch (this) {
            case COMMUNITY ->
                CommunityText.standard(value)
                        .then(one -> with(route, () -> old.withCommunities(plus(old.communities(), one))));
            case LARGE_COMMUNITY ->
                CommunityText.large(value)
                        .then(one -> with(route, () -> old.withLargeCommunities(plus(old.largeCommunities(), one))));
            case EXT_COMMUNITY ->
                CommunityText.extended(value)
                        .then(one ->
                                with(route, () -> old.withExtendedCommunities(plus(old.extendedCommunities(), one))));
            case MED -> number(value, NumberText.MAX_32_BITS).then(med -> with(route, () -> old.withMed(med)));
            case LOCAL_PREF ->
                number(value, NumberText.MAX_32_BITS)
                        .then(preference -> with(route, () -> old.withLocalPref(preference)));
            case PREPEND ->
                number(value, RouteAttributes.MAX_PREPEND)
                        .then(times -> with(route, () -> old.withPrepend(times.intValue())));
            case LINK_BANDWIDTH ->
                number(value, NumberText.MAX_32_BITS)
                        .then(octets -> with(route, () -> old.withLinkBandwidth(octets.doubleValue())));
            case PATH_ID ->
                NumberText.parse(key, value, 1, NumberText.MAX_32_BITS).map(route::withPathId);
        };
    }

    private Parsed<Long> number(String value, long max) {
        return NumberText.parse(key, value, 0, max);
    }

    private static <T> List<T> plus(List<T> all, T one) {
        return Stream.concat(all.stream(), Stream.of(one)).toList();
    }

    /// All communities of a route together have a limit that only the whole knows.
    private static Parsed<RouteText> with(RouteText route, Supplier<RouteAttributes> change) {
        try {
            return Parsed.ok(route.with(change.get()));
        } catch (IllegalArgumentException e) {
            return Parsed.bad("route " + route.prefix() + ": " + e.getMessage());
        }
    }
}
