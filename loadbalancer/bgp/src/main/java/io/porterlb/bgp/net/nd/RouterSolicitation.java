package io.porterlb.bgp.net.nd;

/// Somebody asks the routers to say that they are there ([RFC 4861
/// 4.1](https://www.rfc-editor.org/rfc/rfc4861#section-4.1)).
record RouterSolicitation() implements NdMessage {
    static final int TYPE = 133;

    /// By the rules of [RFC 4861 6.1.1](https://www.rfc-editor.org/rfc/rfc4861#section-6.1.1), but the
    /// one about an option that is not looked at here.
    static NdMessage read(NdPacket packet) {
        return packet.optionsAreWhole(NdPacket.ICMP_HEADER)
                ? new RouterSolicitation()
                : new Discarded("a broken option");
    }
}
