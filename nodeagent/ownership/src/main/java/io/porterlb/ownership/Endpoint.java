package io.porterlb.ownership;

import io.porterlb.address.IpAddress;
import java.net.InetSocketAddress;

/// Where a node is spoken to, by UDP.
///
/// @param port 1 to 65535
public record Endpoint(IpAddress address, int port) {
    private static final int MAX_PORT = 0xFFFF;

    public Endpoint {
        if (port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("the port of " + address + " is 1 to 65535, not " + port);
        }
    }

    public InetSocketAddress toSocketAddress() {
        return new InetSocketAddress(address.toInetAddress(), port);
    }

    /// Of a socket; an IPv4-mapped address is taken as IPv4.
    public static Endpoint of(InetSocketAddress address) {
        return new Endpoint(IpAddress.ofOctets(address.getAddress().getAddress()), address.getPort());
    }
}
