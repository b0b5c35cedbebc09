package io.porterlb.program.health;

import io.porterlb.address.IpAddress;
import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// `ADDRESS:PORT`, an IPv6 address in brackets; for picocli.
public final class HealthAddress implements ITypeConverter<InetSocketAddress> {
    private static final Pattern FORM = Pattern.compile("(?:\\[(?<ipv6>[^\\]]+)]|(?<ipv4>[^:]+)):(?<port>\\d{1,5})");
    private static final int MAX_PORT = 0xFFFF;

    /// For picocli.
    public HealthAddress() {}

    @Override
    public InetSocketAddress convert(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw refused(text);
        }
        String address = matcher.group("ipv6") == null ? matcher.group("ipv4") : matcher.group("ipv6");
        int port = Integer.parseInt(matcher.group("port"));
        try {
            if (port <= MAX_PORT) {
                return new InetSocketAddress(IpAddress.of(address).toInetAddress(), port);
            }
        } catch (IllegalArgumentException _) {
            // not an address: refused below
        }
        throw refused(text);
    }

    private static TypeConversionException refused(String text) {
        return new TypeConversionException(
                "'" + text + "' is not ADDRESS:PORT; write for instance 127.0.0.1:10359 or [::1]:10359");
    }
}
