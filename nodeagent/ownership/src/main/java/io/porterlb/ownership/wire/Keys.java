package io.porterlb.ownership.wire;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs with the first key, and accepts what is signed with any: HMAC-SHA-256 ([RFC
/// 2104](https://www.rfc-editor.org/rfc/rfc2104)). So keys rotate without a gap: the new one second everywhere, then
/// first, then alone. Not thread-safe.
public final class Keys {
    /// Octets of a signature.
    public static final int SIGNATURE = 32;

    private static final int LEAST = 16;
    private static final int MOST = 2;
    private static final String ALGORITHM = "HmacSHA256";

    private final List<Mac> macs;

    /// @throws IllegalArgumentException unless there are one or two keys of 16 octets or more
    public Keys(List<byte[]> keys) {
        if (keys.isEmpty() || keys.size() > MOST || keys.stream().anyMatch(key -> key.length < LEAST)) {
            throw new IllegalArgumentException("the agents' Secret has one or two keys of 16 octets or more");
        }
        macs = keys.stream().map(Keys::mac).toList();
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    byte[] sign(byte[] octets, int length) {
        return signature(macs.getFirst(), octets, length);
    }

    /// Whether the first `length` octets have this signature, by any key; takes as long for a wrong one as for a
    /// right one.
    boolean accept(byte[] octets, int length, byte[] signature) {
        return macs.stream().anyMatch(mac -> MessageDigest.isEqual(signature(mac, octets, length), signature));
    }

    private static byte[] signature(Mac mac, byte[] octets, int length) {
        mac.update(octets, 0, length);
        return mac.doFinal();
    }
}
