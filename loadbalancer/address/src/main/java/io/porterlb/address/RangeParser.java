package io.porterlb.address;

import java.util.Optional;
import org.apache.commons.net.util.SubnetUtils;
import org.apache.commons.net.util.SubnetUtils6;

/// Reads the forms of [RangeText].
final class RangeParser {
    private static final int MAX_LENGTH = 100; // two IPv6 addresses and what is between them
    private static final String FORMS =
            "write one address (192.0.2.7), a CIDR (192.0.2.0/24) or first-last" + " (192.0.2.10-192.0.2.20)";

    private RangeParser() {}

    static RangeText parse(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            return refused("The address is empty: %s.".formatted(FORMS));
        }
        if (trimmed.length() > MAX_LENGTH) {
            return refused("The address is longer than %d characters: %s.".formatted(MAX_LENGTH, FORMS));
        }
        int slash = trimmed.indexOf('/');
        int dash = trimmed.indexOf('-');
        if (dash >= 0) {
            return firstToLast(
                    trimmed,
                    trimmed.substring(0, dash).strip(),
                    trimmed.substring(dash + 1).strip());
        }
        return slash >= 0 ? cidr(trimmed, slash) : single(trimmed);
    }

    private static RangeText single(String text) {
        return IpAddress.parse(text)
                .<RangeText>map(address -> parsed(AddressRange.single(address)))
                .orElseGet(() -> refused("'%s' is not an IP address: %s.".formatted(text, FORMS)));
    }

    private static RangeText firstToLast(String text, String firstText, String lastText) {
        Optional<IpAddress> first = IpAddress.parse(firstText);
        Optional<IpAddress> last = IpAddress.parse(lastText);
        if (first.isEmpty() || last.isEmpty()) {
            String wrong = first.isEmpty() ? firstText : lastText;
            return refused("'%s' in '%s' is not an IP address: %s.".formatted(wrong, text, FORMS));
        }
        return firstToLast(text, first.get(), last.get());
    }

    private static RangeText firstToLast(String text, IpAddress first, IpAddress last) {
        if (first.family() != last.family()) {
            return refused("'%s' mixes IPv4 and IPv6: write both ends in one family, and make an Eip for each family."
                    .formatted(text));
        }
        if (first.compareTo(last) > 0) {
            return refused("'%s' ends before it begins: write '%s-%s'.".formatted(text, last, first));
        }
        return parsed(new AddressRange(first, last));
    }

    private static RangeText cidr(String text, int slash) {
        String addressText = text.substring(0, slash).strip();
        String lengthText = text.substring(slash + 1).strip();
        Optional<IpAddress> address = IpAddress.parse(addressText);
        if (address.isEmpty()) {
            return refused("'%s' in '%s' is not an IP address: %s.".formatted(addressText, text, FORMS));
        }
        int bits = address.get().family().bits();
        Optional<IpAddress> mask = IpAddress.parse(lengthText).filter(m -> bits == 32 && m.family() == IpFamily.V4);
        if (mask.isPresent()) {
            return masked(text, address.get(), (int) mask.get().low());
        }
        if (!lengthText.matches("0|[1-9]\\d{0,2}") || Integer.parseInt(lengthText) > bits) {
            return refused("'%s' is not a prefix length: write '%s/' and a number from 0 to %d."
                    .formatted(lengthText, addressText, bits));
        }
        return network(address.get(), Integer.parseInt(lengthText));
    }

    /// @param mask a netmask ([RFC 950](https://www.rfc-editor.org/rfc/rfc950)), all its ones before its zeros
    private static RangeText masked(String text, IpAddress address, int mask) {
        int length = Integer.bitCount(mask);
        if (length != Integer.numberOfLeadingZeros(~mask)) {
            return refused("'%s' has a netmask with ones after zeros: write a prefix length, such as '%s/24'."
                    .formatted(text, address));
        }
        return network(address, length);
    }

    private static RangeText network(IpAddress address, int length) {
        return network(address + "/" + length, address.family())
                .map(range -> new RangeText.Parsed(range, hostBits(address, length, range)))
                .<RangeText>map(parsed -> parsed)
                .orElseGet(() ->
                        refused("'%s/%d' reaches into the IPv4-mapped addresses (::ffff:0:0/96): write a longer prefix."
                                .formatted(address, length)));
    }

    private static Optional<String> hostBits(IpAddress address, int length, AddressRange range) {
        if (range.first().equals(address)) {
            return Optional.empty();
        }
        return Optional.of(
                "'%s/%d' has bits set after its prefix length and is taken as the whole network: write '%s/%d' if that is meant, '%s-%s' for the part from that address on, or '%s' for it alone."
                        .formatted(address, length, range.first(), length, address, range.last(), address));
    }

    /// Network to broadcast address, both included; empty where an end is an IPv4-mapped address.
    private static Optional<AddressRange> network(String cidr, IpFamily family) {
        return switch (family) {
            case V4 -> {
                SubnetUtils.SubnetInfo info = new SubnetUtils(cidr).getInfo();
                yield range(info.getNetworkAddress(), info.getBroadcastAddress());
            }
            case V6 -> {
                SubnetUtils6.SubnetInfo info = new SubnetUtils6(cidr).getInfo();
                yield range(info.getLowAddress(), info.getHighAddress());
            }
        };
    }

    private static Optional<AddressRange> range(String first, String last) {
        return IpAddress.parse(first)
                .flatMap(low -> IpAddress.parse(last)
                        .filter(high ->
                                high.family() == low.family()) // the library writes IPv4-mapped addresses as IPv4
                        .map(high -> new AddressRange(low, high)));
    }

    private static RangeText parsed(AddressRange range) {
        return new RangeText.Parsed(range, Optional.empty());
    }

    private static RangeText refused(String message) {
        return new RangeText.Refused(message);
    }
}
