package io.porterlb.desired.view;

import java.util.OptionalInt;

/// `spec.bfd` of a BgpPeer that has it enabled ([RFC 5880](https://www.rfc-editor.org/rfc/rfc5880)).
///
/// @param intervalMilliseconds between packets
/// @param multiplier so many lost packets in a row mean that the path is broken
/// @param strict whether BGP waits for BFD
/// @param multihop whether the router may be more than one hop away
/// @param minimumTtl with which packets of a router that is farther away must arrive; empty where absent
public record BfdView(
        int intervalMilliseconds, int multiplier, boolean strict, boolean multihop, OptionalInt minimumTtl) {}
