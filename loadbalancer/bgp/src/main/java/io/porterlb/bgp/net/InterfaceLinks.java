package io.porterlb.bgp.net;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.address.Prefix;
import io.porterlb.bgp.PeerAddress;
import io.porterlb.bgp.rib.LocalLink;
import io.porterlb.bgp.rib.SelfAddresses;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.Inet4Address;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Looks at the network interfaces of this machine.
public final class InterfaceLinks implements LinkFinder {
    private static final Logger LOG = System.getLogger(InterfaceLinks.class.getName());

    /// An address with the length of its subnet's prefix.
    record Entry(IpAddress address, int prefixLength) {
        Prefix subnet() {
            return Prefix.containing(address, prefixLength);
        }
    }

    @Override
    public LocalLink of(IpAddress local) {
        List<Ipv6Addresses.Entry> ipv6 = Ipv6Addresses.read();
        try {
            Optional<String> device = switch (local.family()) {
                case V4 ->
                    Optional.ofNullable(NetworkInterface.getByInetAddress(local.toInetAddress()))
                            .map(NetworkInterface::getName);
                case V6 -> deviceOf(local, ipv6);
            };
            return of(local, device.isEmpty() ? List.of() : entries(device.get(), ipv6));
        } catch (SocketException e) {
            LOG.log(Level.WARNING, () -> "the interface of " + local + " cannot be looked at", e);
            return LocalLink.of(local);
        }
    }

    /// Of several addresses of the other family the first counts; the session's own address comes before all.
    static LocalLink of(IpAddress local, List<Entry> beside) {
        List<IpAddress> addresses = Stream.concat(
                        Stream.of(local), beside.stream().map(Entry::address))
                .toList();
        SelfAddresses self = new SelfAddresses(
                first(addresses, address -> address.family() == IpFamily.V4),
                first(addresses, address -> address.family() == IpFamily.V6 && !PeerAddress.isLinkLocal(address)),
                first(addresses, PeerAddress::isLinkLocal));
        List<Prefix> subnets = beside.stream()
                .filter(entry -> !PeerAddress.isLinkLocal(entry.address()))
                .map(Entry::subnet)
                .distinct()
                .toList();
        return new LocalLink(self, subnets);
    }

    private static Optional<IpAddress> first(List<IpAddress> addresses, Predicate<IpAddress> kind) {
        return addresses.stream().filter(kind).findFirst();
    }

    private static Optional<String> deviceOf(IpAddress local, List<Ipv6Addresses.Entry> ipv6) {
        return ipv6.stream()
                .filter(entry -> entry.address().equals(local))
                .map(Ipv6Addresses.Entry::device)
                .findFirst();
    }

    private static List<Entry> entries(String device, List<Ipv6Addresses.Entry> ipv6) throws SocketException {
        NetworkInterface there = NetworkInterface.getByName(device);
        Stream<Entry> ipv4 = there == null
                ? Stream.empty()
                : there.getInterfaceAddresses().stream()
                        .filter(entry -> entry.getAddress() instanceof Inet4Address)
                        .map(InterfaceLinks::entry);
        Stream<Entry> known = ipv6.stream()
                .filter(entry -> entry.device().equals(device))
                .map(entry -> new Entry(entry.address(), entry.prefixLength()));
        return Stream.concat(ipv4, known).toList();
    }

    private static Entry entry(InterfaceAddress ipv4) {
        return new Entry(IpAddress.ofOctets(ipv4.getAddress().getAddress()), ipv4.getNetworkPrefixLength());
    }
}
