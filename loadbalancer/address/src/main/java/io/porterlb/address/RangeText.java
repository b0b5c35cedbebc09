package io.porterlb.address;

import java.util.Optional;

/// What a text such as `192.0.2.7`, `192.0.2.0/24` or `192.0.2.10-192.0.2.20` says: a range of addresses, or why it is
/// none. Spaces around the text and around the `-` do not matter.
///
/// A CIDR means its whole network, network and broadcast address included, also where bits are set after the prefix
/// length (Go's `net.ParseCIDR`, with which OpenELB reads `Eip.spec.address`). As in OpenELB an IPv4 CIDR may have a
/// netmask in place of the length: `192.0.2.0/255.255.255.0`.
public sealed interface RangeText {
    /// A range.
    ///
    /// @param warning a sentence, where the text does not say plainly what it means
    record Parsed(AddressRange range, Optional<String> warning) implements RangeText {}

    /// Not a range.
    ///
    /// @param message what is wrong with the text and what to write instead, as a sentence
    record Refused(String message) implements RangeText {}

    static RangeText parse(String text) {
        return RangeParser.parse(text);
    }
}
