package io.porterlb.test.interop.lab;

import io.porterlb.address.IpAddress;
import io.porterlb.address.Prefix;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.SessionTimes;
import io.porterlb.test.cluster.router.Family;
import java.time.Duration;

/// What kind of session a row is about.
public enum Peering {
    EBGP_IPV4("eBGP IPv4", Family.IPV4, true),
    IBGP_IPV4("iBGP IPv4", Family.IPV4, false),
    EBGP_IPV6("eBGP IPv6", Family.IPV6, true),
    IBGP_IPV6("iBGP IPv6", Family.IPV6, false);

    /// The AS of the speaker under test.
    public static final long OUR_AS = 65001;

    private static final long OTHER_AS = 65002;
    private static final Duration HOLD = Duration.ofSeconds(3);

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

    /// What the speaker is told about the router in this seat: hold time 3 s.
    public PeerConfig peer(Seat seat) {
        return PeerConfig.of(seat.role(), seat.address(family), OUR_AS, routerAs(), Seat.NODE.routerId())
                .withTimes(SessionTimes.ofHold(HOLD));
    }

    @Override
    public String toString() {
        return spelled;
    }
}
