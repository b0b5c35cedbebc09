package io.porterlb.bgp.wire.value;

import io.porterlb.address.Prefix;

/// One entry of the NLRI: a prefix, and which path to it is meant
/// ([RFC 7911 3](https://www.rfc-editor.org/rfc/rfc7911#section-3)).
///
/// @param pathId path identifier, 0 to 4294967295; 0 where none is sent
/// @param prefix where to
public record PathPrefix(long pathId, Prefix prefix) {
    /// Without a path identifier.
    public static PathPrefix of(Prefix prefix) {
        return new PathPrefix(0, prefix);
    }
}
