package io.porterlb.bgp.wire.capability;

import io.netty.buffer.ByteBuf;

/// One capability of an OPEN. Each known one is a record in a file of its own, with its fields, its reading
/// and its writing; [CapabilityType] is the index.
public sealed interface Capability
        permits MultiprotocolCapability,
                RouteRefreshCapability,
                ExtendedNextHopCapability,
                ExtendedMessageCapability,
                RoleCapability,
                GracefulRestartCapability,
                FourOctetAsCapability,
                AddPathCapability,
                EnhancedRouteRefreshCapability,
                LongLivedGracefulRestartCapability,
                StrictBfdCapability,
                PathsLimitCapability,
                UnknownCapability {
    /// Code in the [registry](https://www.iana.org/assignments/capability-codes), 0 to 255.
    int code();

    void writeValue(ByteBuf out);
}
