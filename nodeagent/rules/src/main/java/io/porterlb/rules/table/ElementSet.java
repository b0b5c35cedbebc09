package io.porterlb.rules.table;

import io.porterlb.address.IpFamily;
import io.porterlb.rules.RuleSet;
import io.porterlb.rules.Vip;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The sets of our table: by them a packet costs the same with one address and with ten thousand.
enum ElementSet {
    VIPS4("vips4", IpFamily.V4, "ipv4_addr", false),
    VIPS6("vips6", IpFamily.V6, "ipv6_addr", false),
    PORTS4("ports4", IpFamily.V4, "ipv4_addr . inet_proto . inet_service", true),
    PORTS6("ports6", IpFamily.V6, "ipv6_addr . inet_proto . inet_service", true);

    private final String text;
    private final IpFamily family;
    private final String type;
    private final boolean withPorts;

    ElementSet(String text, IpFamily family, String type, boolean withPorts) {
        this.text = text;
        this.family = family;
        this.type = type;
        this.withPorts = withPorts;
    }

    private static Stream<String> address(Vip vip) {
        return Stream.of(vip.address().toString());
    }

    private static Stream<String> ports(Vip vip) {
        return vip.ports().stream()
                .map(port -> "%s . %s . %d"
                        .formatted(vip.address(), port.protocol().name().toLowerCase(Locale.ROOT), port.number()));
    }

    String type() {
        return type;
    }

    Set<String> elementsOf(RuleSet rules) {
        return rules.vips().stream()
                .filter(vip -> vip.address().family() == family)
                .flatMap(withPorts ? ElementSet::ports : ElementSet::address)
                .collect(Collectors.toSet());
    }

    /// As nft(8) names it.
    @Override
    public String toString() {
        return text;
    }
}
