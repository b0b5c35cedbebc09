package io.porterlb.bgp.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.address.Prefix;
import io.porterlb.bgp.rib.LocalLink;
import io.porterlb.bgp.rib.SelfAddresses;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Which of our addresses a peer is told as next hops.
class InterfaceLinksTest {
    private static final IpAddress IPV4 = IpAddress.of("192.0.2.7");
    private static final IpAddress IPV6 = IpAddress.of("2001:db8::7");
    private static final IpAddress LINK_LOCAL = IpAddress.of("fe80::7");
    private static final List<InterfaceLinks.Entry> BESIDE = List.of(
            new InterfaceLinks.Entry(IPV4, 24),
            new InterfaceLinks.Entry(LINK_LOCAL, 64),
            new InterfaceLinks.Entry(IPV6, 64));

    @Test
    void sessionsOwnAddressComesFirst() {
        IpAddress second = IpAddress.of("192.0.2.8");
        assertEquals(
                new SelfAddresses(Optional.of(second), Optional.of(IPV6), Optional.of(LINK_LOCAL)),
                InterfaceLinks.of(second, BESIDE).self());
    }

    @Test
    void subnetsAreThoseOfAllAddressesButLinkLocalOnes() {
        assertEquals(
                List.of(Prefix.containing(IPV4, 24), Prefix.containing(IPV6, 64)),
                InterfaceLinks.of(IPV4, BESIDE).subnets());
        assertEquals(
                List.of(new Prefix(IpAddress.of("127.0.0.0"), 8)),
                new InterfaceLinks()
                        .of(IpAddress.of("127.0.0.1")).subnets().stream()
                                .filter(subnet -> subnet.address().family() == IpFamily.V4)
                                .toList());
    }

    @Test
    void onlyItWhereNoInterfaceHasIt() {
        assertEquals(LocalLink.of(IPV4), new InterfaceLinks().of(IPV4));
        assertEquals(LocalLink.of(LINK_LOCAL), InterfaceLinks.of(LINK_LOCAL, List.of()));
    }

    @Test
    void loopbackIsFoundByTheKernelsList() {
        assertEquals(
                Optional.of(IpAddress.of("127.0.0.1")),
                new InterfaceLinks().of(IpAddress.of("127.0.0.1")).self().ipv4());
    }

    @Test
    void temporaryDeprecatedAndUncheckedAddressesAreNoNextHops() {
        List<String> lines = List.of(
                "fd000000000000000000000000000002 04 40 00 82     eth0",
                "fd000000000000000000000000000003 04 40 00 01     eth0",
                "fd000000000000000000000000000004 04 40 00 20     eth0",
                "fd000000000000000000000000000005 04 40 00 40     eth0",
                "fd000000000000000000000000000006 04 40 00 08     eth0");

        List<IpAddress> fit = Ipv6Addresses.parse(lines).stream()
                .map(Ipv6Addresses.Entry::address)
                .toList();
        assertEquals(List.of(IpAddress.of("fd00::2")), fit);
        assertEquals(List.of(), Ipv6Addresses.parse(List.of("")));
    }
}
