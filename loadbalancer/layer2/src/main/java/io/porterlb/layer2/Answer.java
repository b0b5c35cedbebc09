package io.porterlb.layer2;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.porterlb.address.IpAddress;
import io.porterlb.layer2.link.AddressRules;
import java.util.regex.Pattern;

/// An address that this machine is to answer for on one network interface.
///
/// @param address one that a machine may have
/// @param device name of the network interface, which must be of Ethernet; 15 octets at most
/// @param start what comes before the first announcement; of no account for an address that is answered for
///     already
public record Answer(IpAddress address, String device, Start start) {
    /// Linux' names of interfaces: neither `/` nor blanks (`dev_valid_name`).
    private static final Pattern DEVICE = Pattern.compile("(?!\\.{1,2}$)[^/:\\s\\x00]+");

    /// IFNAMSIZ, without the zero at the end.
    private static final int MOST_OCTETS = 15;

    /// Whether the link is asked first.
    public enum Start {
        /// Nobody is known to have the address: asks on the link for some seconds, IPv4 by [RFC 5227
        /// 2.1.1](https://www.rfc-editor.org/rfc/rfc5227#section-2.1.1), IPv6 by [RFC 4862
        /// 5.4](https://www.rfc-editor.org/rfc/rfc4862#section-5.4), and does not take what somebody has.
        PROBE,
        /// The one that had it is known, and is gone or about to let go of it: announces at once.
        TAKE_OVER
    }

    public Answer {
        if (!AddressRules.maySpeakFor(address)) {
            throw new IllegalArgumentException(address + " is not an address that a machine can have on a link");
        }
        if (!DEVICE.matcher(device).matches() || device.getBytes(UTF_8).length > MOST_OCTETS) {
            throw new IllegalArgumentException("'" + device + "' can't be the name of a network interface");
        }
    }
}
