package io.porterlb.test.interop.lab;

import io.porterlb.address.IpAddress;
import io.porterlb.test.cluster.router.Family;
import java.util.List;

/// The lab's two subnets, each of both families.
enum Subnet {
    /// The segment.
    NEAR("10.99.0.", "fd99::"),
    /// Behind the hop.
    FAR("10.98.0.", "fd98::");

    private final String start4;
    private final String start6;

    Subnet(String start4, String start6) {
        this.start4 = start4;
        this.start6 = start6;
    }

    IpAddress address(Family family, int number) {
        return IpAddress.of((family == Family.IPV4 ? start4 : start6) + number);
    }

    List<String> interfaceAddresses(int number) {
        return List.of(start4 + number + "/24", start6 + number + "/64");
    }

    /// `ip` commands for routes to this subnet.
    List<String> routesVia(Subnet other, int number) {
        return List.of(
                "route add " + start4 + "0/24 via " + other.start4 + number,
                "route add " + start6 + "/64 via " + other.start6 + number);
    }
}
