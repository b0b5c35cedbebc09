package io.porterlb.test.interop.lab;

import io.porterlb.address.IpAddress;
import io.porterlb.test.cluster.router.Family;
import java.util.List;

/// A place in the lab.
public enum Seat {
    /// Where the speaker under test is.
    NODE("node", Subnet.NEAR, 1),
    ROUTER("router1", Subnet.NEAR, 11),
    /// For rows with two routers.
    SECOND_ROUTER("router2", Subnet.NEAR, 12),
    /// Behind a hop that only forwards.
    FAR_ROUTER("far", Subnet.FAR, 11);

    private final String role;
    private final Subnet subnet;
    private final int number;

    Seat(String role, Subnet subnet, int number) {
        this.role = role;
        this.subnet = subnet;
        this.number = number;
    }

    String role() {
        return role;
    }

    boolean isNear() {
        return subnet == Subnet.NEAR;
    }

    public IpAddress address(Family family) {
        return subnet.address(family, number);
    }

    /// Its BGP identifier.
    public IpAddress routerId() {
        return address(Family.IPV4);
    }

    List<String> interfaceAddresses() {
        return subnet.interfaceAddresses(number);
    }
}
