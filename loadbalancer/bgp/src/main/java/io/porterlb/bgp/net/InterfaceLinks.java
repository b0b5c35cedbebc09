package io.porterlb.bgp.net;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.bgp.PeerAddress;
import io.porterlb.bgp.rib.SelfAddresses;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Looks at the network interfaces of this machine.
public final class InterfaceLinks implements LinkFinder {
    private static final Logger LOG = System.getLogger(InterfaceLinks.class.getName());

    @Override
    public SelfAddresses of(IpAddress local) {
        return of(local, addressesBeside(local));
    }

    /// Of several addresses of the other family the first counts; the session's own address comes before all.
    static SelfAddresses of(IpAddress local, List<IpAddress> beside) {
        return new SelfAddresses(
                first(local, beside, address -> address.family() == IpFamily.V4),
                first(local, beside, address -> address.family() == IpFamily.V6 && !PeerAddress.isLinkLocal(address)),
                first(local, beside, PeerAddress::isLinkLocal));
    }

    private static Optional<IpAddress> first(IpAddress local, List<IpAddress> beside, Predicate<IpAddress> kind) {
        return Stream.concat(Stream.of(local), beside.stream()).filter(kind).findFirst();
    }

    private static List<IpAddress> addressesBeside(IpAddress local) {
        try {
            NetworkInterface device = NetworkInterface.getByInetAddress(local.toInetAddress());
            return device == null
                    ? List.of()
                    : device.inetAddresses().map(InterfaceLinks::address).toList();
        } catch (SocketException e) {
            LOG.log(Level.WARNING, () -> "the interface of " + local + " cannot be looked at", e);
            return List.of();
        }
    }

    private static IpAddress address(InetAddress address) {
        return IpAddress.ofOctets(address.getAddress());
    }
}
