package io.porterlb.bgp.wire.fault;

import io.porterlb.bgp.wire.value.Octets;

/// One fault in the path attributes of a received UPDATE.
///
/// @param action what RFC 7606 asks for
/// @param code the code that RFC 4271 gives this fault; sent only with [FaultAction#RESET]
/// @param attribute type code of the attribute, 0 to 255
/// @param data the attribute as received, for the NOTIFICATION
/// @param what the fault in words
public record UpdateFault(FaultAction action, NotificationCode code, int attribute, Octets data, String what) {}
