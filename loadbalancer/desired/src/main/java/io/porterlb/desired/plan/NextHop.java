package io.porterlb.desired.plan;

import io.porterlb.address.IpAddress;

/// Another node as next hop.
///
/// @param address of the node, of the family of the route
/// @param pathId tells the paths of a prefix apart ([RFC 7911 3](https://www.rfc-editor.org/rfc/rfc7911#section-3)):
///     the node's own, 2 to 4294967295
public record NextHop(IpAddress address, long pathId) {}
