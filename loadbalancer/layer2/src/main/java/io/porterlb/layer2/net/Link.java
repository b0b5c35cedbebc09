package io.porterlb.layer2.net;

import io.porterlb.address.MacAddress;

/// A network interface at a moment.
public sealed interface Link {
    /// Frames can be sent and received.
    ///
    /// @param index its number; another one of the same name has another
    /// @param ipv6 whether IPv6 is on there
    record Up(int index, MacAddress mac, boolean ipv6) implements Link {}

    /// They can't.
    ///
    /// @param why as the rest of a sentence
    record Down(String why) implements Link {}
}
