package io.porterlb.layer2.net;

import io.porterlb.address.IpAddress;
import io.porterlb.layer2.link.LinkTable;
import io.porterlb.layer2.rtnetlink.NetlinkMessage;
import io.porterlb.layer2.rtnetlink.RouteMessage;
import io.porterlb.layer2.rtnetlink.RouteRequest;
import io.porterlb.layer2.rtnetlink.TableBuilder;
import io.porterlb.libc.SystemCallException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/// Reads the network interfaces from the kernel, in the network namespace of its thread.
public final class LinkTableReader {
    private final RouteSocket socket;
    private final Set<String> leftOut;

    /// One for all interfaces but these.
    public LinkTableReader(NativeScope scope, Set<String> leftOut) throws SystemCallException {
        socket = new RouteSocket(scope);
        this.leftOut = leftOut;
    }

    /// The interfaces as they are now. If they change meanwhile, the table may have parts of both moments.
    ///
    /// @param targets addresses whose routes are looked up
    public LinkTable read(Set<IpAddress> targets) throws SystemCallException {
        List<NetlinkMessage> links = socket.dump(RouteRequest.links());
        List<NetlinkMessage> addresses = socket.dump(RouteRequest.addresses());
        Map<IpAddress, OptionalInt> routes = new HashMap<>();
        for (IpAddress target : targets) {
            routes.put(target, RouteMessage.device(socket.ask(RouteRequest.routeTo(target))));
        }
        return TableBuilder.build(links, addresses, routes, leftOut);
    }
}
