package io.porterlb.bgp.net.nd;

import io.porterlb.address.IpAddress;
import io.porterlb.bgp.fsm.SessionFault;

/// Hears of routers on a link, on a thread of the [NeighborFinder], possibly once more after the search was
/// ended.
public interface NeighborListener {
    /// A router's link-local address, when it is first heard and when it is another one than before.
    void heard(IpAddress address);

    /// Nobody can be found at the moment. Said again at each attempt that fails.
    void failed(SessionFault fault);
}
