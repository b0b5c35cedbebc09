package io.porterlb.bgp.wire.fault;

import io.porterlb.bgp.wire.value.Octets;

/// One fault in a received UPDATE.
///
/// @param action what RFC 7606 asks for
/// @param code the code that RFC 4271 gives this fault; sent only with [FaultAction#RESET]
/// @param attribute type code of the attribute, 0 to 255; 0 also where it is in no attribute
/// @param data the attribute as received, for the NOTIFICATION
/// @param what the fault in words
public record UpdateFault(FaultAction action, NotificationCode code, int attribute, Octets data, String what) {
    /// The same where no prefix is known that could be withdrawn
    /// ([RFC 7606 5.2](https://www.rfc-editor.org/rfc/rfc7606#section-5.2)).
    public UpdateFault withoutWithdrawal() {
        return action == FaultAction.WITHDRAW ? new UpdateFault(FaultAction.RESET, code, attribute, data, what) : this;
    }
}
