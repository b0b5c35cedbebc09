package io.porterlb.layer2.wire;

import io.porterlb.address.MacAddress;

/// An Ethernet frame.
///
/// @param destination of one interface, of a group, or of all
/// @param source of the interface that sent it
/// @param message what is in it
public record Frame(MacAddress destination, MacAddress source, Message message) {
    static final int HEADER_LENGTH = 14;
    static final int ARP = 0x0806;
    static final int IPV6 = 0x86DD;
}
