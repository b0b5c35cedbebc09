package io.porterlb.desired.allocation;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.ServiceView;
import java.util.Set;

/// An address that a Service holds.
///
/// @param eip the Eip that it comes from, which may be gone by now
/// @param company all owners, the Service among them, that its record may name when the Service joins them or stays on
///     other terms
public record Holding(IpAddress address, String eip, Assignment.Cause cause, Set<AddressRecord.Owner> company) {
    public Holding {
        company = Set.copyOf(company);
    }

    /// What the Service takes where no record names it so.
    Taking taking(ServiceView service) {
        return new Taking(address, eip, SharingTerms.owner(service), company);
    }
}
