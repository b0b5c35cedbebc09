package io.porterlb.layer2.net;

import io.porterlb.address.IpAddress;
import io.porterlb.layer2.wire.ArpPacket;
import io.porterlb.layer2.wire.Frame;
import io.porterlb.layer2.wire.FrameWriter;
import io.porterlb.layer2.wire.NeighborAdvertisement;
import io.porterlb.layer2.wire.NeighborSolicitation;
import io.porterlb.libc.SystemCallException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The sockets of an interface that is up. When it is another [Link.Up] they are of no use any more.
public final class LinkSockets {
    private static final int ETH_P_ARP = 0x0806;
    private static final int ETH_P_IPV6 = 0x86DD;

    /// Frames of one kind that are taken in a row, so that a flood of them holds nothing else up.
    private static final int MOST_IN_A_ROW = 64;

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

    /// Is in the solicited-node groups of these addresses, and in no others.
    public void hearFor(Set<IpAddress> ipv6) throws SystemCallException {
        groups.want(ipv6);
    }

    /// What has come, in the order of each kind; not all of it, if it is much.
    public List<Received> receive() throws SystemCallException {
        List<Received> received = new ArrayList<>();
        receive(arp, received);
        receive(neighbors, received);
        return received;
    }

    private static void receive(PacketSocket socket, List<Received> into) throws SystemCallException {
        Optional<Received> next = socket.receive();
        for (int i = 1; next.isPresent(); i++) {
            into.add(next.get());
            next = i < MOST_IN_A_ROW ? socket.receive() : Optional.empty();
        }
    }

    /// Sends a frame, or drops it if the queue is full.
    public void send(Frame frame) throws SystemCallException {
        PacketSocket socket = switch (frame.message()) {
            case ArpPacket _ -> arp;
            case NeighborSolicitation _, NeighborAdvertisement _ -> neighbors;
        };
        socket.send(FrameWriter.write(frame));
    }
}
