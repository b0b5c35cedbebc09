package io.porterlb.layer2.link;

import io.porterlb.address.IpAddress;
import io.porterlb.address.Prefix;
import java.util.List;

/// Addresses that are nobody's on a link: "this network", loopback, multicast and beyond ([RFC
/// 6890](https://www.rfc-editor.org/rfc/rfc6890)).
public final class AddressRules {
    private static final List<Prefix> NOBODYS = List.of(
            prefix("0.0.0.0", 8),
            prefix("127.0.0.0", 8),
            prefix("224.0.0.0", 3),
            prefix("::", 127),
            prefix("ff00::", 8));

    private AddressRules() {}

    private static Prefix prefix(String address, int length) {
        return Prefix.containing(IpAddress.of(address), length);
    }

    /// Whether a machine may have the address on a link.
    public static boolean maySpeakFor(IpAddress address) {
        return NOBODYS.stream().noneMatch(prefix -> prefix.contains(address));
    }
}
