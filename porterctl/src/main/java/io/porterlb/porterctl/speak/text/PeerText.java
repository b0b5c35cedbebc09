package io.porterlb.porterctl.speak.text;

import io.porterlb.bgp.PeerAddress;
import io.porterlb.bgp.Transport;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A peer as it is named on the command line: `192.0.2.1:65001`, `192.0.2.1:1790:65001`, `[2001:db8::1]:65001`,
/// `[fe80::1%eth0]:65001`.
///
/// @param address where it is
/// @param port as written; empty for the usual one
/// @param as its AS number
public record PeerText(PeerAddress.At address, OptionalInt port, long as) {
    private static final String WANTED = "write ADDRESS:AS or ADDRESS:PORT:AS, an IPv6 address in brackets";

    public static Parsed<PeerText> parse(String text) {
        HostAndRest parts = HostAndRest.split(text);
        List<String> rest = parts.rest();
        return switch (rest.size()) {
            case 1 -> parse(parts.host(), OptionalInt.empty(), rest.getFirst());
            case 2 ->
                NumberText.parse("the port of " + parts.host(), rest.getFirst(), 1, NumberText.MAX_16_BITS)
                        .then(port -> parse(parts.host(), OptionalInt.of(port.intValue()), rest.getLast()));
            default -> Parsed.bad("'" + text + "' is not a peer: " + WANTED);
        };
    }

    private static Parsed<PeerText> parse(String host, OptionalInt port, String as) {
        return NumberText.parse("the AS of " + host, as, 1, NumberText.MAX_32_BITS)
                .then(number -> address(host).map(address -> new PeerText(address, port, number)));
    }

    private static Parsed<PeerAddress.At> address(String host) {
        int zone = host.indexOf('%');
        if (zone < 0 || !host.endsWith("]")) {
            return at(host, Optional.empty());
        }
        return at(
                host.substring(0, zone) + "]",
                Optional.of(host.substring(zone + 1, host.length() - 1)).filter(device -> !device.isEmpty()));
    }

    private static Parsed<PeerAddress.At> at(String host, Optional<String> device) {
        return AddressText.address(host)
                .then(address -> PeerAddress.isLinkLocal(address) && device.isEmpty()
                        ? Parsed.bad(address + " is link-local: write its interface too, as in [" + address + "%eth0]")
                        : Parsed.ok(new PeerAddress.At(address, device)));
    }

    /// What stands before the AS number.
    public String name() {
        String host = AddressText.beforePort(address.address());
        String zoned = address.device()
                .map(device -> host.replace("]", "%" + device + "]"))
                .orElse(host);
        return port.isPresent() ? zoned + ":" + port.getAsInt() : zoned;
    }

    public int portOrUsual() {
        return port.orElse(Transport.DEFAULT_PORT);
    }
}
