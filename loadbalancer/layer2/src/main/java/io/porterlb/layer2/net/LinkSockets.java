package io.porterlb.layer2.net;

import io.porterlb.address.IpAddress;
import io.porterlb.layer2.wire.ArpPacket;
import io.porterlb.layer2.wire.Frame;
import io.porterlb.layer2.wire.FrameWriter;
import io.porterlb.layer2.wire.NeighborAdvertisement;
import io.porterlb.layer2.wire.NeighborSolicitation;
import io.porterlb.layer2.wire.ReadResult;
import io.porterlb.libc.SystemCallException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The sockets of an interface that is up. When it is another [Link.Up] they are of no use any more.
public final class LinkSockets implements FrameExchange {
    private static final int ETH_P_ARP = 0x0806;
    private static final int ETH_P_IPV6 = 0x86DD;

    private final PacketSocket arp;
    private final PacketSocket neighbors;
    private final Groups groups;

    /// Opens them.
    ///
    /// @throws SystemCallException if there is no such interface, or this is not allowed
    public LinkSockets(NativeScope scope, Link.Up link) throws SystemCallException {
        arp = new PacketSocket(scope, link.index(), ETH_P_ARP, FrameFilter.ARP);
        neighbors = new PacketSocket(scope, link.index(), ETH_P_IPV6, FrameFilter.NEIGHBORS);
        groups = new Groups(scope, link.index());
    }

    /// To wait for, with what else there is.
    int[] descriptors() {
        return new int[] {arp.descriptor(), neighbors.descriptor()};
    }

    @Override
    public void hearFor(Set<IpAddress> ipv6) throws SystemCallException {
        groups.want(ipv6);
    }

    @Override
    public List<ReadResult> receive(int most) throws SystemCallException {
        List<ReadResult> received = new ArrayList<>();
        receive(arp, most, received);
        receive(neighbors, most, received);
        return received;
    }

    private static void receive(PacketSocket socket, int most, List<ReadResult> into) throws SystemCallException {
        Optional<ReadResult> next = socket.receive();
        for (int i = 1; next.isPresent(); i++) {
            into.add(next.get());
            next = i < most ? socket.receive() : Optional.empty();
        }
    }

    @Override
    public boolean send(Frame frame) throws SystemCallException {
        PacketSocket socket = switch (frame.message()) {
            case ArpPacket _ -> arp;
            case NeighborSolicitation _, NeighborAdvertisement _ -> neighbors;
        };
        return socket.send(FrameWriter.write(frame));
    }
}
