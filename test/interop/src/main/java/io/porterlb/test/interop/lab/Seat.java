package io.porterlb.test.interop.lab;

import io.porterlb.address.IpAddress;
import io.porterlb.test.cluster.router.Family;
import java.util.List;

/// A place on the lab's only segment, 10.99.0.0/24 and fd99::/64.
public enum Seat {
    /// Where the speaker under test is.
    NODE("node", 1),
    ROUTER("router1", 11),
    /// For rows with two routers.
    SECOND_ROUTER("router2", 12);

    private final String role;
    private final int number;

    Seat(String role, int number) {
        this.role = role;
        this.number = number;
    }

    String role() {
        return role;
    }

    public IpAddress address(Family family) {
        return IpAddress.of((family == Family.IPV4 ? "10.99.0." : "fd99::") + number);
    }

    /// Its BGP identifier.
    public IpAddress routerId() {
        return address(Family.IPV4);
    }

    List<String> interfaceAddresses() {
        return List.of(address(Family.IPV4) + "/24", address(Family.IPV6) + "/64");
    }
}
