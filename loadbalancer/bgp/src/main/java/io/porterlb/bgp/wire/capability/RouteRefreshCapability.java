package io.porterlb.bgp.wire.capability;

import io.netty.buffer.ByteBuf;

/// Route Refresh ([RFC 2918 2](https://www.rfc-editor.org/rfc/rfc2918#section-2)): the sender answers
/// ROUTE-REFRESH.
public record RouteRefreshCapability() implements Capability {
    @Override
    public int code() {
        return CapabilityType.ROUTE_REFRESH.code();
    }

    @Override
    public void writeValue(ByteBuf out) {}
}
