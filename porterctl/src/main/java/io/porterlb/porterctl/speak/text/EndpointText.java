package io.porterlb.porterctl.speak.text;

import io.porterlb.address.IpAddress;
import java.net.InetSocketAddress;

/// An address and a port, as in `192.0.2.7:179` and `[2001:db8::7]:179`.
public final class EndpointText {
    private static final String WANTED = "write ADDRESS:PORT, an IPv6 address in brackets";

    private EndpointText() {}

    public static Parsed<InetSocketAddress> parse(String text) {
        HostAndRest parts = HostAndRest.split(text);
        if (parts.rest().size() != 1) {
            return Parsed.bad("'" + text + "' is not an address and a port: " + WANTED);
        }
        return AddressText.address(parts.host())
                .then(address -> endpoint(address, parts.rest().getFirst()));
    }

    private static Parsed<InetSocketAddress> endpoint(IpAddress address, String port) {
        return NumberText.parse("the port of " + address, port, 1, NumberText.MAX_16_BITS)
                .map(number -> new InetSocketAddress(address.toInetAddress(), number.intValue()));
    }
}
