package io.porterlb.bgp;

import io.porterlb.bgp.wire.Update;
import io.porterlb.bgp.wire.fault.FaultAction;
import io.porterlb.bgp.wire.fault.UpdateFault;
import java.util.List;
import java.util.Optional;

/// An UPDATE of a peer, which is not kept.
///
/// @param update what is left of it after [RFC 7606](https://www.rfc-editor.org/rfc/rfc7606)
/// @param action what its faults led to; empty if it had none
/// @param faults in it
public record ReceivedUpdate(Update update, Optional<FaultAction> action, List<UpdateFault> faults) {
    public ReceivedUpdate {
        faults = List.copyOf(faults);
    }
}
