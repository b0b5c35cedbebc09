package io.porterlb.desired.allocation;

import io.porterlb.address.IpAddress;

/// An address that a Service has in this run.
///
/// @param eip the Eip that it was taken from
record Claim(IpAddress address, String eip, Assignment.Cause cause) {}
