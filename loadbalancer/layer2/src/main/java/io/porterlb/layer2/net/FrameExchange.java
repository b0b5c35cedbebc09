package io.porterlb.layer2.net;

import io.porterlb.address.IpAddress;
import io.porterlb.layer2.wire.Frame;
import io.porterlb.layer2.wire.ReadResult;
import io.porterlb.libc.SystemCallException;
import java.util.List;
import java.util.Set;

/// What goes out and comes in at an interface that is up. For one thread.
public interface FrameExchange {
    /// What has come, in the order of each kind (ARP and neighbor discovery).
    ///
    /// @param most of each kind
    List<ReadResult> receive(int most) throws SystemCallException;

    /// Sends a frame.
    ///
    /// @return whether the kernel has taken it; it has not if the queue is full or the interface going down
    boolean send(Frame frame) throws SystemCallException;

    /// Is in the solicited-node groups of these addresses, and in no others.
    void hearFor(Set<IpAddress> ipv6) throws SystemCallException;
}
