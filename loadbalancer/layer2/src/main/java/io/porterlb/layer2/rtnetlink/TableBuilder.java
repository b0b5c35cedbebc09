package io.porterlb.layer2.rtnetlink;

import io.porterlb.address.IpAddress;
import io.porterlb.layer2.link.AssignedAddress;
import io.porterlb.layer2.link.Device;
import io.porterlb.layer2.link.LinkTable;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Joins the answers of the kernel to a table.
public final class TableBuilder {
    private static final int NEW_LINK = 16;
    private static final int NEW_ADDRESS = 20;

    private static final int ETHER = 1; // ARPHRD_ETHER
    private static final int UP = 0x1; // IFF_UP
    private static final int RUNNING = 0x40; // IFF_RUNNING
    private static final int NO_ARP = 0x80; // IFF_NOARP

    private TableBuilder() {}

    /// The table.
    ///
    /// @param links all answers to [RouteRequest#links]
    /// @param addresses all answers to [RouteRequest#addresses], of that moment or later
    /// @param leftOut names of interfaces that are not to be in the table
    public static LinkTable build(
            List<NetlinkMessage> links,
            List<NetlinkMessage> addresses,
            Map<IpAddress, OptionalInt> routes,
            Set<String> leftOut) {
        List<LinkMessage> read = all(links, NEW_LINK, LinkMessage::read);
        Map<Integer, String> names = read.stream().collect(Collectors.toMap(LinkMessage::index, LinkMessage::name));
        Map<Integer, List<AssignedAddress>> assigned = all(addresses, NEW_ADDRESS, AddressMessage::read).stream()
                .collect(Collectors.groupingBy(
                        AddressMessage::index, Collectors.mapping(AddressMessage::address, Collectors.toList())));
        List<Device> devices = read.stream()
                .filter(link -> !leftOut.contains(link.name()))
                .map(link -> device(link, names, assigned.getOrDefault(link.index(), List.of())))
                .toList();
        return new LinkTable(devices, routes);
    }

    private static <T> List<T> all(List<NetlinkMessage> messages, int type, Function<ByteBuffer, T> read) {
        return messages.stream()
                .filter(message -> message.type() == type)
                .map(message -> read.apply(message.body()))
                .toList();
    }

    private static Device device(LinkMessage link, Map<Integer, String> names, List<AssignedAddress> assigned) {
        boolean ethernet = link.hardware() == ETHER && (link.flags() & NO_ARP) == 0;
        Optional<String> master = link.master().stream()
                .mapToObj(index -> names.getOrDefault(index, "interface number " + index))
                .findFirst();
        return new Device(
                link.name(),
                link.index(),
                (link.flags() & UP) != 0,
                (link.flags() & RUNNING) != 0,
                ethernet,
                link.mac(),
                master,
                assigned);
    }
}
