package io.porterlb.bgp.wire.value;

import java.util.Set;

/// What reading and writing an UPDATE depends on, known once both OPENs are there.
///
/// @param fourOctetAs both sides sent the capability: AS numbers in AS_PATH have four octets
///     ([RFC 6793 4.1](https://www.rfc-editor.org/rfc/rfc6793#section-4.1))
/// @param external the peer is in another AS (eBGP)
/// @param families that both sides offered
/// @param addPathReceived families whose NLRI come with path identifiers
///     ([RFC 7911 4](https://www.rfc-editor.org/rfc/rfc7911#section-4))
/// @param addPathSent families whose NLRI are sent with path identifiers
/// @param extendedNextHop IPv4 routes may have an IPv6 next hop
///     ([RFC 8950 4](https://www.rfc-editor.org/rfc/rfc8950#section-4))
public record CodecContext(
        boolean fourOctetAs,
        boolean external,
        Set<AddressFamily> families,
        Set<AddressFamily> addPathReceived,
        Set<AddressFamily> addPathSent,
        boolean extendedNextHop) {
    /// Before the OPENs; no message that may come then depends on it.
    public static final CodecContext INITIAL = ipv4(false, true);

    public CodecContext {
        families = Set.copyOf(families);
        addPathReceived = Set.copyOf(addPathReceived);
        addPathSent = Set.copyOf(addPathSent);
    }

    /// IPv4 unicast routes, one path a prefix.
    public static CodecContext ipv4(boolean fourOctetAs, boolean external) {
        return of(fourOctetAs, external, Set.of(AddressFamily.IPV4_UNICAST));
    }

    /// Routes of these families, one path a prefix.
    public static CodecContext of(boolean fourOctetAs, boolean external, Set<AddressFamily> families) {
        return new CodecContext(fourOctetAs, external, families, Set.of(), Set.of(), false);
    }
}
