package io.porterlb.desired.view;

import io.porterlb.address.IpAddress;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// A PorterAddress (`porterlb.io/v1alpha1`): the record of truth that an address is taken.
///
/// @param eip the Eip that it was taken from
/// @param owners the Services that hold it; more than one only where an address is shared
public record AddressRecord(IpAddress address, String eip, List<Owner> owners, Instant created) {
    /// As many owners as the schema of PorterAddress allows.
    public static final int MAX_OWNERS = 256;

    public AddressRecord {
        owners = List.copyOf(owners);
    }

    /// Whether it names this very Service.
    public boolean names(ServiceView service) {
        return owners.stream().anyMatch(owner -> owner.uid().equals(service.uid()));
    }

    public AddressRecord withOwners(List<Owner> others) {
        return new AddressRecord(address, eip, others, created);
    }

    /// The same without the owners of these UIDs.
    public AddressRecord without(Set<String> uids) {
        return withOwners(
                owners.stream().filter(owner -> !uids.contains(owner.uid())).toList());
    }

    /// A Service that holds the address. The UID tells it from a later Service of the same name.
    ///
    /// @param terms names those on which it was let in beside others; empty for one that shares with nobody
    public record Owner(ServiceKey service, String uid, String terms) {}
}
