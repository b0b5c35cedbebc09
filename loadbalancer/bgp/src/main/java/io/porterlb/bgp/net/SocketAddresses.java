package io.porterlb.bgp.net;

import io.porterlb.address.IpAddress;
import io.porterlb.bgp.PeerAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Optional;

/// Addresses as Java's sockets want them: a link-local one with the number of its interface.
final class SocketAddresses {
    private SocketAddresses() {}

    static InetSocketAddress of(IpAddress address, int port) {
        return new InetSocketAddress(address.toInetAddress(), port);
    }

    /// @throws UnavailableException if there is no such interface
    static InetAddress of(PeerAddress.At at) throws UnavailableException {
        return PeerAddress.isLinkLocal(at.address())
                ? scoped(at.address(), at.device().orElseThrow())
                : at.address().toInetAddress();
    }

    private static InetAddress scoped(IpAddress address, String device) throws UnavailableException {
        try {
            NetworkInterface there = NetworkInterface.getByName(device);
            if (there == null) {
                throw new UnavailableException("there is no network interface " + device);
            }
            return Inet6Address.getByAddress(null, address.toOctets(), there.getIndex());
        } catch (SocketException | UnknownHostException e) {
            throw new UnavailableException("network interface " + device + " cannot be looked at: " + e.getMessage());
        }
    }

    static IpAddress address(SocketAddress end) {
        return IpAddress.ofOctets(((InetSocketAddress) end).getAddress().getAddress());
    }

    /// The interface of a link-local address; empty for any other, or if it is gone.
    static Optional<String> device(SocketAddress end) {
        try {
            return ((InetSocketAddress) end).getAddress() instanceof Inet6Address address
                            && address.isLinkLocalAddress()
                            && address.getScopeId() > 0
                    ? Optional.ofNullable(NetworkInterface.getByIndex(address.getScopeId()))
                            .map(NetworkInterface::getName)
                    : Optional.empty();
        } catch (SocketException e) {
            return Optional.empty();
        }
    }
}
