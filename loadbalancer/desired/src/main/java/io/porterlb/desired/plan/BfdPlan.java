package io.porterlb.desired.plan;

import java.util.OptionalInt;

/// A BFD session beside a BGP session.
///
/// @param intervalMilliseconds between packets, 50 to 60000
/// @param multiplier lost packets that mean that the path is broken, 1 to 255
/// @param strict whether BGP waits for it
/// @param minimumTtl of packets of a router that is more than one hop away, 1 to 255; empty for one on the link
public record BfdPlan(int intervalMilliseconds, int multiplier, boolean strict, OptionalInt minimumTtl) {}
