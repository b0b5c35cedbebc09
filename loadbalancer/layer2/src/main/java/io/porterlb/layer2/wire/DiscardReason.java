package io.porterlb.layer2.wire;

/// Why a frame was not taken: RFC 826 ("Packet Reception"), [RFC 4861
/// 7.1](https://www.rfc-editor.org/rfc/rfc4861#section-7.1), and what no sender may be.
public enum DiscardReason {
    TOO_SHORT("ends before its message does"),
    OTHER_ETHERTYPE("has neither ARP nor IPv6 in it"),
    BAD_SENDER("is from a MAC address that no interface can have"),
    OTHER_ARP("is not of ARP for IPv4 on Ethernet"),
    OTHER_OPERATION("is neither an ARP request nor a reply"),
    NOT_IPV6("is not of IP version 6"),
    OTHER_PROTOCOL("has no ICMPv6 right behind the IPv6 header"),
    FORWARDED("has a hop limit below 255, so that a router was on its way"),
    BAD_CHECKSUM("has a wrong checksum"),
    OTHER_TYPE("is neither a neighbor solicitation nor an advertisement"),
    BAD_CODE("has a code other than 0"),
    BAD_TARGET("asks for a group"),
    BAD_OPTION("has a broken option"),
    BAD_PROBE("has no source, and yet an address to answer to"),
    BAD_ADVERTISEMENT("says to a group that the group has asked");

    private final String words;

    DiscardReason(String words) {
        this.words = words;
    }

    /// What is wrong, as the rest of a sentence that starts with the frame.
    @Override
    public String toString() {
        return words;
    }
}
