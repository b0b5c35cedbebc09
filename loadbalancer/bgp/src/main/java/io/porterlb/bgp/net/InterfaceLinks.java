package io.porterlb.bgp.net;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.bgp.PeerAddress;
import io.porterlb.bgp.rib.SelfAddresses;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.Inet4Address;
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
        List<Ipv6Addresses.Entry> ipv6 = Ipv6Addresses.read();
        try {
            Optional<String> device = switch (local.family()) {
                case V4 ->
                    Optional.ofNullable(NetworkInterface.getByInetAddress(local.toInetAddress()))
                            .map(NetworkInterface::getName);
                case V6 -> deviceOf(local, ipv6);
            };
            return of(local, device.isEmpty() ? List.of() : addresses(device.get(), ipv6));
        } catch (SocketException e) {
            LOG.log(Level.WARNING, () -> "the interface of " + local + " cannot be looked at", e);
            return of(local, List.of());
        }
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

    private static Optional<String> deviceOf(IpAddress local, List<Ipv6Addresses.Entry> ipv6) {
        return ipv6.stream()
                .filter(entry -> entry.address().equals(local))
                .map(Ipv6Addresses.Entry::device)
                .findFirst();
    }

    private static List<IpAddress> addresses(String device, List<Ipv6Addresses.Entry> ipv6) throws SocketException {
        NetworkInterface there = NetworkInterface.getByName(device);
        Stream<IpAddress> ipv4 = there == null
                ? Stream.empty()
                : there.inetAddresses()
                        .filter(Inet4Address.class::isInstance)
                        .map(address -> IpAddress.ofOctets(address.getAddress()));
        Stream<IpAddress> known =
                ipv6.stream().filter(entry -> entry.device().equals(device)).map(Ipv6Addresses.Entry::address);
        return Stream.concat(ipv4, known).toList();
    }
}
