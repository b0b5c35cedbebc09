package io.porterlb.manager.service;

import io.porterlb.desired.view.AddressRecord;
import io.porterlb.kube.ServicePatch;
import java.util.List;
import java.util.Optional;

/// What has to be written for one Service, in this order: an address is recorded before the Service shows it, and given
/// back after the Service let go of it.
///
/// @param create records of addresses that it takes
/// @param patch of the Service itself
/// @param delete records of addresses that it gives back
record ServiceWork(List<AddressRecord> create, Optional<ServicePatch> patch, List<AddressRecord> delete) {
    static final ServiceWork NONE = new ServiceWork(List.of(), Optional.empty(), List.of());

    ServiceWork {
        create = List.copyOf(create);
        delete = List.copyOf(delete);
    }

    boolean isEmpty() {
        return equals(NONE);
    }
}
