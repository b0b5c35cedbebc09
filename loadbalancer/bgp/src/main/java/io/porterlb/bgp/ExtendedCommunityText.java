package io.porterlb.bgp;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;

/// The text of extended communities: names for the few kinds that people write, digits for all others.
final class ExtendedCommunityText {
    private static final int TWO_OCTET_AS = 0x00;
    private static final int IPV4 = 0x01;
    private static final int FOUR_OCTET_AS = 0x02;
    private static final int LINK_BANDWIDTH = 0x4004;
    private static final int ROUTE_TARGET = 0x02;
    private static final int ROUTE_ORIGIN = 0x03;

    private static final long MAX_SHORT = 0xFFFF;
    private static final long MAX_INT = 0xFFFF_FFFFL;
    private static final int HEX_DIGITS = 16;

    private ExtendedCommunityText() {}

    static Optional<ExtendedCommunity> parse(String text) {
        int colon = text.indexOf(':');
        String kind = text.substring(0, Math.max(colon, 0));
        String rest = text.substring(colon + 1);
        return switch (kind) {
            case "rt" -> administered(ROUTE_TARGET, rest);
            case "soo" -> administered(ROUTE_ORIGIN, rest);
            case "bandwidth" -> bandwidth(rest);
            case "" -> hexadecimal(text);
            default -> Optional.empty();
        };
    }

    private static Optional<ExtendedCommunity> administered(int subtype, String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String administrator = text.substring(0, colon);
        String number = text.substring(colon + 1);
        Optional<IpAddress> address = IpAddress.parse(administrator).filter(ip -> ip.family() == IpFamily.V4);
        if (address.isPresent()) {
            return wide(IPV4, subtype, address.get().low(), CommunityText.number(number, MAX_SHORT));
        }
        OptionalLong as = CommunityText.number(administrator, MAX_INT);
        if (as.isEmpty()) {
            return Optional.empty();
        }
        return as.getAsLong() <= MAX_SHORT
                ? narrow(subtype, as.getAsLong(), CommunityText.number(number, MAX_INT))
                : wide(FOUR_OCTET_AS, subtype, as.getAsLong(), CommunityText.number(number, MAX_SHORT));
    }

    /// Four octets of administrator, two of number.
    private static Optional<ExtendedCommunity> wide(int type, int subtype, long administrator, OptionalLong number) {
        return number.isEmpty()
                ? Optional.empty()
                : Optional.of(of(type << 8 | subtype, administrator << 16 | number.getAsLong()));
    }

    /// Two octets of administrator, four of number.
    private static Optional<ExtendedCommunity> narrow(int subtype, long administrator, OptionalLong number) {
        return number.isEmpty()
                ? Optional.empty()
                : Optional.of(of(TWO_OCTET_AS << 8 | subtype, administrator << 32 | number.getAsLong()));
    }

    private static ExtendedCommunity of(int type, long rest) {
        return new ExtendedCommunity((long) type << 48 | rest);
    }

    private static Optional<ExtendedCommunity> bandwidth(String text) {
        int colon = text.indexOf(':');
        OptionalLong as = CommunityText.number(text.substring(0, Math.max(colon, 0)), MAX_SHORT);
        String octets = text.substring(colon + 1);
        boolean fits = octets.matches("[0-9]{1,39}") && Double.parseDouble(octets) <= Float.MAX_VALUE;
        return as.isEmpty() || !fits
                ? Optional.empty()
                : Optional.of(ExtendedCommunity.linkBandwidth(as.getAsLong(), Double.parseDouble(octets)));
    }

    private static Optional<ExtendedCommunity> hexadecimal(String text) {
        boolean valid = text.matches("0x[0-9a-fA-F]{" + HEX_DIGITS + "}");
        return valid
                ? Optional.of(new ExtendedCommunity(HexFormat.fromHexDigitsToLong(text, 2, text.length())))
                : Optional.empty();
    }

    static String format(long value) {
        return switch ((int) (value >>> 48)) {
            case TWO_OCTET_AS << 8 | ROUTE_TARGET -> "rt:" + narrow(value);
            case TWO_OCTET_AS << 8 | ROUTE_ORIGIN -> "soo:" + narrow(value);
            case IPV4 << 8 | ROUTE_TARGET -> "rt:" + address(value);
            case IPV4 << 8 | ROUTE_ORIGIN -> "soo:" + address(value);
            case FOUR_OCTET_AS << 8 | ROUTE_TARGET -> wide("rt:", value);
            case FOUR_OCTET_AS << 8 | ROUTE_ORIGIN -> wide("soo:", value);
            case LINK_BANDWIDTH -> bandwidth(value);
            default -> hexadecimal(value);
        };
    }

    private static String narrow(long value) {
        return (value >>> 32 & MAX_SHORT) + ":" + (value & MAX_INT);
    }

    /// With digits where the text would be read as the two-octet form.
    private static String wide(String kind, long value) {
        long as = value >>> 16 & MAX_INT;
        return as > MAX_SHORT ? kind + as + ":" + (value & MAX_SHORT) : hexadecimal(value);
    }

    private static String address(long value) {
        return new IpAddress(IpFamily.V4, 0, value >>> 16 & MAX_INT) + ":" + (value & MAX_SHORT);
    }

    private static String bandwidth(long value) {
        float octets = Float.intBitsToFloat((int) value);
        boolean positive = (int) value >= 0;
        boolean whole = positive && octets <= Float.MAX_VALUE && octets == Math.rint(octets);
        return whole
                ? "bandwidth:" + (value >>> 32 & MAX_SHORT) + ":" + new BigDecimal(octets).toPlainString()
                : hexadecimal(value);
    }

    private static String hexadecimal(long value) {
        return "0x" + HexFormat.of().toHexDigits(value);
    }
}
