package io.porterlb.test.interop.lab;

import io.porterlb.address.IpAddress;
import io.porterlb.address.Prefix;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.Route;
import io.porterlb.bgp.SessionTimes;
import io.porterlb.test.cluster.router.Family;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What kind of session a row is about.
public enum Peering {
    EBGP_IPV4("eBGP IPv4", Family.IPV4, true),
    IBGP_IPV4("iBGP IPv4", Family.IPV4, false),
    EBGP_IPV6("eBGP IPv6", Family.IPV6, true),
    IBGP_IPV6("iBGP IPv6", Family.IPV6, false);

    /// The AS of the speaker under test, which takes four octets (RFC 6793).
    public static final long OUR_AS = 4_200_000_001L;

    private static final long OTHER_AS = 65002;
    /// So that rows need not wait for long.
    private static final SessionTimes FAST =
            new SessionTimes(Duration.ofSeconds(3), Optional.empty(), Optional.of(Duration.ofSeconds(2)));

    private final String spelled;
    private final Family family;
    private final boolean external;

    Peering(String spelled, Family family, boolean external) {
        this.spelled = spelled;
        this.family = family;
        this.external = external;
    }

    /// Of the addresses, and of the routes.
    public Family family() {
        return family;
    }

    public boolean external() {
        return external;
    }

    public long routerAs() {
        return external ? OTHER_AS : OUR_AS;
    }

    /// A service address to announce, one of 250.
    ///
    /// @param number from 1
    public Prefix service(int number) {
        return Prefix.host(IpAddress.of((family == Family.IPV4 ? "198.51.100." : "2001:db8:100::") + number));
    }

    /// So many routes to the speaker itself, at most 65,536.
    public Route[] manyRoutes(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Route.of(Prefix.host(many(number))))
                .toArray(Route[]::new);
    }

    /// Addresses of the segment that nobody has, to be next hops.
    ///
    /// @param count at most 50
    public List<IpAddress> nextHops(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> Subnet.NEAR.address(family, 100 + number))
                .toList();
    }

    private IpAddress many(int number) {
        return IpAddress.of(
                family == Family.IPV4
                        ? "10.10." + (number >> 8) + "." + (number & 0xFF)
                        : "2001:db8:200::" + Integer.toHexString(number));
    }

    /// What the speaker is told about the router in this seat: hold time 3 s, at most 2 s
    /// between attempts.
    public PeerConfig peer(Seat seat) {
        return PeerConfig.of(seat.role(), seat.address(family), OUR_AS, routerAs(), Seat.NODE.routerId())
                .withTimes(FAST);
    }

    @Override
    public String toString() {
        return spelled;
    }
}
