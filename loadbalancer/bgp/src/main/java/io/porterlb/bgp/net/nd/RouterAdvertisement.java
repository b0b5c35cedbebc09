package io.porterlb.bgp.net.nd;

import io.porterlb.bgp.PeerAddress;

/// A router says that it is there ([RFC 4861 4.2](https://www.rfc-editor.org/rfc/rfc4861#section-4.2)). Its
/// prefixes and what else its options say is of no use here, so they are checked and passed over.
///
/// @param routerLifetime for how many seconds it may be used as a default router, 0 to 65535; 0: not at all
record RouterAdvertisement(int routerLifetime) implements NdMessage {
    static final int TYPE = 134;

    /// What we say: that we are here, and no way to anywhere. Hosts on the link change nothing on hearing
    /// it: all their parameters are unspecified, and the option with our link-layer address, which is not
    /// needed, is left out.
    static final RouterAdvertisement OURS = new RouterAdvertisement(0);

    private static final int LENGTH = 16;
    private static final int LIFETIME = 6;

    /// By the rules of [RFC 4861 6.1.2](https://www.rfc-editor.org/rfc/rfc4861#section-6.1.2).
    static NdMessage read(NdPacket packet) {
        if (!PeerAddress.isLinkLocal(packet.source())) {
            return new Discarded("source " + packet.source() + ", which is not link-local");
        }
        if (packet.length() < LENGTH) {
            return new Discarded("only " + packet.length() + " octets");
        }
        return packet.optionsAreWhole(LENGTH)
                ? new RouterAdvertisement(packet.twoOctets(LIFETIME))
                : new Discarded("a broken option");
    }

    /// From the type on, with the checksum left to the kernel.
    byte[] toOctets() {
        byte[] octets = new byte[LENGTH];
        octets[0] = (byte) TYPE;
        octets[LIFETIME] = (byte) (routerLifetime >> 8);
        octets[LIFETIME + 1] = (byte) routerLifetime;
        return octets;
    }
}
