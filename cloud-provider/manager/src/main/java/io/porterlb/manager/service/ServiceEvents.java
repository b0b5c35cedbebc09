package io.porterlb.manager.service;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.allocation.Assignment;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.kube.ObjectRef;
import io.porterlb.manager.event.Announcer;
import java.util.List;
import java.util.stream.Collectors;

/// What a Service's owner reads in `kubectl describe` about its addresses.
final class ServiceEvents {
    private ServiceEvents() {}

    static void held(Announcer announcer, ServiceView service, Assignment.Held held) {
        String addresses = join(held.addresses());
        switch (held.cause()) {
            case KEPT -> {}
            case READOPTED ->
                announcer.say(
                        ObjectRef.of(service),
                        "AddressReadopted",
                        addresses + " was in status already, from Eip " + held.eip());
            case ASSIGNED ->
                announcer.say(ObjectRef.of(service), "AddressAssigned", addresses + " from Eip " + held.eip());
        }
    }

    static void released(Announcer announcer, ServiceView service, List<AddressRecord> records) {
        if (!records.isEmpty()) {
            String addresses = join(records.stream().map(AddressRecord::address).toList());
            announcer.say(ObjectRef.of(service), "AddressReleased", addresses + " is free again");
        }
    }

    private static String join(List<IpAddress> addresses) {
        return addresses.stream().map(IpAddress::toString).collect(Collectors.joining(", "));
    }
}
