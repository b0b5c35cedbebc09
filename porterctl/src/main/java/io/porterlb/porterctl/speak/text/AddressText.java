package io.porterlb.porterctl.speak.text;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.address.Prefix;

/// Addresses and prefixes. An IPv6 address may stand in brackets, and must where a port may follow.
public final class AddressText {
    private AddressText() {}

    public static Parsed<IpAddress> address(String text) {
        return Parsed.of(IpAddress.parse(bare(text)), "'" + text + "' is not an IP address");
    }

    /// An address alone is the prefix that holds nothing else.
    public static Parsed<Prefix> prefix(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return address(text).map(Prefix::host);
        }
        return address(text.substring(0, slash)).then(address -> prefix(address, text.substring(slash + 1)));
    }

    private static Parsed<Prefix> prefix(IpAddress address, String length) {
        return NumberText.parse(
                        "the length of the prefix of " + address,
                        length,
                        0,
                        address.family().bits())
                .then(bits -> prefix(address, bits.intValue()));
    }

    private static Parsed<Prefix> prefix(IpAddress address, int length) {
        Prefix prefix = Prefix.containing(address, length);
        return prefix.address().equals(address)
                ? Parsed.ok(prefix)
                : Parsed.bad("'" + address + "/" + length + "' has bits set after its length; the prefix is " + prefix);
    }

    /// As it is written before a port.
    public static String beforePort(IpAddress address) {
        return address.family() == IpFamily.V6 ? "[" + address + "]" : address.toString();
    }

    private static String bare(String text) {
        boolean bracketed = text.startsWith("[") && text.endsWith("]");
        return bracketed && text.contains(":") ? text.substring(1, text.length() - 1) : text;
    }
}
