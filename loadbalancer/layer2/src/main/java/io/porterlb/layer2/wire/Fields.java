package io.porterlb.layer2.wire;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.address.MacAddress;
import java.nio.ByteBuffer;

/// Takes addresses from where the buffer stands; that there are enough octets has been checked.
final class Fields {
    private Fields() {}

    static MacAddress mac(ByteBuffer in) {
        return MacAddress.ofOctets(octets(in, MacAddress.OCTETS));
    }

    static IpAddress ipv4(ByteBuffer in) {
        return IpAddress.ofOctets(octets(in, IpFamily.V4.octets()));
    }

    static IpAddress ipv6(ByteBuffer in) {
        return IpAddress.ofOctets(octets(in, IpFamily.V6.octets()));
    }

    private static byte[] octets(ByteBuffer in, int count) {
        byte[] octets = new byte[count];
        in.get(octets);
        return octets;
    }
}
