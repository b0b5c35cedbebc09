package io.porterlb.layer2.link;

import io.porterlb.address.IpAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The network interfaces of this machine at a moment, and where the kernel would send to.
///
/// @param devices in the order of their numbers
/// @param routes number of the interface that the kernel would send through to each of the addresses that were
///     asked for; empty where it would not send, or to itself
public record LinkTable(List<Device> devices, Map<IpAddress, OptionalInt> routes) {
    public LinkTable {
        devices =
                devices.stream().sorted(Comparator.comparingInt(Device::index)).toList();
        routes = Map.copyOf(routes);
    }

    /// The interface of this name.
    public Optional<Device> named(String name) {
        return devices.stream().filter(device -> device.name().equals(name)).findFirst();
    }

    /// The interface of this number.
    public Optional<Device> at(int index) {
        return devices.stream().filter(device -> device.index() == index).findFirst();
    }

    /// The interface on which the kernel itself has the address.
    public Optional<Device> owner(IpAddress address) {
        return devices.stream().filter(device -> device.has(address)).findFirst();
    }
}
