package io.porterlb.bfd.net;

import io.netty.buffer.ByteBuf;
import io.porterlb.address.IpAddress;

/// Takes what arrives.
@FunctionalInterface
public interface PacketSink {
    /// A datagram has come.
    ///
    /// @param at where it arrived
    /// @param source the sender's address
    /// @param datagram its payload, to be read before the method returns
    void received(Endpoint at, IpAddress source, ByteBuf datagram);
}
