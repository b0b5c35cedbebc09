package io.porterlb.desired.allocation;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.AddressRecord.Owner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A Service is about to take an address, alone or beside others; or it stays there on other terms.
///
/// @param eip the Eip that the address comes from
/// @param company those whom the Service has been found to get along with, on the terms that were looked at; and
///     where a record names it already, all others there: one that names anybody else is news, and has to be
///     decided on again
public record Taking(IpAddress address, String eip, Owner owner, Set<Owner> company) {
    public Taking {
        company = Set.copyOf(company);
    }

    /// The record of an address that nobody has so far; when it is created is for the API server to say.
    public AddressRecord record() {
        return new AddressRecord(address, eip, List.of(owner), Instant.EPOCH);
    }

    /// What the record of the address becomes; empty if it names anybody that was not reckoned with.
    public Optional<AddressRecord> joining(AddressRecord record) {
        boolean expected = record.owners().contains(owner)
                || company.containsAll(record.without(Set.of(owner.uid())).owners());
        return expected ? Optional.of(beside(record)) : Optional.empty();
    }

    /// The record with this owner too, in place of the same Service on other terms, whoever else it names.
    public AddressRecord beside(AddressRecord record) {
        if (record.owners().contains(owner)) {
            return record;
        }
        List<Owner> owners = new ArrayList<>(record.without(Set.of(owner.uid())).owners());
        owners.add(owner);
        return record.withOwners(owners);
    }
}
