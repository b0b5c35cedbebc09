package io.porterlb.bgp.wire.capability;

import io.netty.buffer.ByteBuf;

/// Enhanced Route Refresh ([RFC 7313 3](https://www.rfc-editor.org/rfc/rfc7313#section-3)): the sender marks
/// where its answer to a ROUTE-REFRESH begins and ends.
public record EnhancedRouteRefreshCapability() implements Capability {
    @Override
    public int code() {
        return CapabilityType.ENHANCED_ROUTE_REFRESH.code();
    }

    @Override
    public void writeValue(ByteBuf out) {}
}
