package io.porterlb.layer2.link;

import io.porterlb.address.IpAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Decides which interface an address is answered for on.
public final class DeviceChooser {
    private DeviceChooser() {}

    /// The interface that the selector means for the address, if one can answer there now.
    ///
    /// By subnet it is the one with the longest subnet that holds the address, of those that can be answered
    /// on, and of several the one with the lowest number. One that is named or found by a route need not have such
    /// a subnet: a router may be told that it is there.
    public static Choice choose(LinkTable table, Selector selector, IpAddress address) {
        if (!AddressRules.maySpeakFor(address)) {
            return new Refusal.NobodysAddress(address);
        }
        Optional<Device> owner = table.owner(address);
        return owner.isPresent()
                ? new Refusal.OwnAddress(address, owner.get().name())
                : among(table, selector, address);
    }

    private static Choice among(LinkTable table, Selector selector, IpAddress address) {
        return switch (selector) {
            case Selector.BySubnet() -> bySubnet(table, address);
            case Selector.Named(var name) ->
                table.named(name).map(device -> on(device, address)).orElseGet(() -> new Refusal.NoDevice(name));
            case Selector.CanReach reach ->
                reach.target()
                        .map(target -> byRoute(table, target, address))
                        .orElseGet(() -> new Refusal.NotAnAddress(reach.text()));
        };
    }

    private static Choice bySubnet(LinkTable table, IpAddress address) {
        List<Device> near = table.devices().stream()
                .filter(device -> device.subnetOf(address).isPresent())
                .sorted(Comparator.comparingInt(device -> -subnetLength(device, address)))
                .toList();
        return near.stream()
                .filter(device -> device.fault().isEmpty())
                .findFirst()
                .or(() -> near.stream().findFirst())
                .map(device -> on(device, address))
                .orElseGet(() -> new Refusal.NoSubnet(address));
    }

    private static int subnetLength(Device device, IpAddress address) {
        return device.subnetOf(address).orElseThrow().length();
    }

    private static Choice byRoute(LinkTable table, IpAddress target, IpAddress address) {
        OptionalInt route = table.routes().get(target);
        if (route == null) {
            return new Refusal.RouteUnknown(target);
        }
        return route.stream()
                .boxed()
                .flatMap(index -> table.at(index).stream())
                .findFirst()
                .map(device -> on(device, address))
                .orElseGet(() -> new Refusal.NoRoute(target));
    }

    private static Choice on(Device device, IpAddress address) {
        if (device.fault().isPresent()) {
            return new Refusal.Unusable(device.name(), device.fault().get());
        }
        return device.speaks(address.family())
                ? new Choice.Chosen(device)
                : new Refusal.NoFamily(device.name(), address);
    }
}
