package io.porterlb.bfd;

/// Why a packet was not taken: the checks of
/// [RFC 5880 6.8.6](https://www.rfc-editor.org/rfc/rfc5880#section-6.8.6), in its order.
public enum DiscardReason {
    NO_PACKET("is shorter than a BFD packet can be"),
    BAD_VERSION("is not of version 1"),
    BAD_LENGTH("has a Length below the least that there is"),
    LENGTH_OVER_PAYLOAD("has a Length beyond its end"),
    ZERO_DETECT_MULTIPLIER("has a Detect Mult of 0"),
    MULTIPOINT("has the Multipoint bit set"),
    ZERO_MY_DISCRIMINATOR("has a My Discriminator of 0"),
    ZERO_YOUR_DISCRIMINATOR("has a Your Discriminator of 0 although its sender has heard us"),
    AUTHENTICATED("is authenticated, and this side has no key: turn authentication off at the neighbor");

    private final String words;

    DiscardReason(String words) {
        this.words = words;
    }

    /// What is wrong, as the rest of a sentence that starts with the packet.
    @Override
    public String toString() {
        return words;
    }
}
