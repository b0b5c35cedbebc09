package io.porterlb.bgp.rib;

/// A path of a prefix that a peer is to be told.
///
/// @param pathId 0 toward a peer that takes one path only
/// @param attributes how it is told
record Offer(long pathId, AttributeSet attributes) {}
