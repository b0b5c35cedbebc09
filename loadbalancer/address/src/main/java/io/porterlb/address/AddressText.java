package io.porterlb.address;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/// Text to address and back. The JDK's literal parsers do the reading (`ofLiteral` never resolves a name); the JDK has
/// no RFC 5952 writer.
final class AddressText {
    private static final int MAX_LENGTH = 45; // eight groups, the last two as an embedded IPv4 address

    // Four decimal numbers without leading zeros (the JDK would also take "10.1"), or anything with a colon and no zone
    private static final Pattern PLAIN =
            Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private AddressText() {}

    static Optional<IpAddress> parse(String text) {
        if (text.length() > MAX_LENGTH || !PLAIN.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            boolean v6 = text.indexOf(':') >= 0;
            InetAddress address = v6 ? Inet6Address.ofLiteral(text) : Inet4Address.ofLiteral(text);
            byte[] octets = address.getAddress();
            // The JDK turns ::ffff:a.b.c.d into IPv4; as a Service address nobody means that
            return v6 && octets.length == 4 ? Optional.empty() : Optional.of(IpAddress.ofOctets(octets));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static String format(IpAddress address) {
        return address.family() == IpFamily.V4 ? dotted((int) address.low()) : compressed(groups(address));
    }

    private static String dotted(int bits) {
        return (bits >>> 24) + "." + (bits >>> 16 & 0xFF) + "." + (bits >>> 8 & 0xFF) + "." + (bits & 0xFF);
    }

    private static int[] groups(IpAddress address) {
        int[] groups = new int[8];
        for (int i = 0; i < 4; i++) {
            groups[i] = (int) (address.high() >>> (48 - 16 * i)) & 0xFFFF;
            groups[i + 4] = (int) (address.low() >>> (48 - 16 * i)) & 0xFFFF;
        }
        return groups;
    }

    /// RFC 5952 section 4.2: the longest run of two or more zero groups becomes "::", the first one on a tie.
    private static String compressed(int[] groups) {
        int start = -1;
        int length = 1;
        for (int i = 0; i < groups.length; i++) {
            int run = zeroRun(groups, i);
            if (run > length) {
                start = i;
                length = run;
            }
        }
        return start < 0
                ? join(groups, 0, groups.length)
                : join(groups, 0, start) + "::" + join(groups, start + length, groups.length);
    }

    private static int zeroRun(int[] groups, int from) {
        int i = from;
        while (i < groups.length && groups[i] == 0) {
            i++;
        }
        return i - from;
    }

    private static String join(int[] groups, int from, int to) {
        StringJoiner text = new StringJoiner(":");
        for (int i = from; i < to; i++) {
            text.add(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
