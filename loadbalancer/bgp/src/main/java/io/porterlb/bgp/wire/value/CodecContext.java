package io.porterlb.bgp.wire.value;

/// What reading and writing an UPDATE depends on, known once both OPENs are there.
///
/// @param fourOctetAs both sides sent the capability: AS numbers in AS_PATH have four octets
///     ([RFC 6793 4.1](https://www.rfc-editor.org/rfc/rfc6793#section-4.1))
/// @param external the peer is in another AS (eBGP)
public record CodecContext(boolean fourOctetAs, boolean external) {
    /// Before the OPENs; no message that may come then depends on it.
    public static final CodecContext INITIAL = new CodecContext(false, true);
}
