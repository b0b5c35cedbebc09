package io.porterlb.bgp.net.nd;

/// What came in an ICMPv6 packet.
sealed interface NdMessage permits RouterAdvertisement, RouterSolicitation, NdMessage.Discarded {
    /// [RFC 4861 7.1](https://www.rfc-editor.org/rfc/rfc4861#section-7.1) and others: no router was on
    /// the way.
    int HOP_LIMIT = 255;

    /// Nothing that counts. Such a packet is to be ignored silently.
    ///
    /// @param why the rule that it breaks
    record Discarded(String why) implements NdMessage {}

    /// Reads a packet. Its checksum is the kernel's business.
    static NdMessage read(NdPacket packet) {
        if (packet.hopLimit() != HOP_LIMIT) {
            return new Discarded("hop limit " + packet.hopLimit() + ", not 255");
        }
        if (packet.length() < NdPacket.ICMP_HEADER) {
            return new Discarded("only " + packet.length() + " octets");
        }
        if (packet.octet(1) != 0) {
            return new Discarded("code " + packet.octet(1) + ", not 0");
        }
        return switch (packet.octet(0)) {
            case RouterSolicitation.TYPE -> RouterSolicitation.read(packet);
            case RouterAdvertisement.TYPE -> RouterAdvertisement.read(packet);
            default -> new Discarded("type " + packet.octet(0));
        };
    }
}
