package io.porterlb.desired.view;

import io.porterlb.address.IpAddress;
import java.time.Instant;
import java.util.List;

/// A PorterAddress (`porterlb.io/v1alpha1`): the record of truth that an address is taken.
///
/// @param eip the Eip that it was taken from
/// @param owners the Services that hold it; more than one only where an address is shared
public record AddressRecord(IpAddress address, String eip, List<Owner> owners, Instant created) {
    public AddressRecord {
        owners = List.copyOf(owners);
    }

    /// That of an address that a Service is about to take; when it is created is for the API server to say.
    public static AddressRecord taking(IpAddress address, String eip, ServiceView service) {
        return new AddressRecord(address, eip, List.of(new Owner(service.key(), service.uid())), Instant.EPOCH);
    }

    /// A Service that holds the address. The UID tells it from a later Service of the same name.
    public record Owner(ServiceKey service, String uid) {}
}
