package io.porterlb.layer2.wire;

/// Asks or says who has an address.
public sealed interface Message permits ArpPacket, NeighborSolicitation, NeighborAdvertisement {}
