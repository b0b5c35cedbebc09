package io.porterlb.desired.allocation;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.view.AddressRecord;
import java.util.List;

/// The address that a Service holds.
///
/// @param eip the Eip that it was taken from
/// @param surplus records that the Service owns besides
record Claim(IpAddress address, String eip, Assignment.Cause cause, List<AddressRecord> surplus) {}
