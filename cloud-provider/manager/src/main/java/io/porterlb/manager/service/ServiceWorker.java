package io.porterlb.manager.service;

import io.porterlb.desired.view.AddressRecord;
import io.porterlb.kube.AddressWriter;
import io.porterlb.kube.KubeCluster;
import io.porterlb.kube.NotWrittenException;
import io.porterlb.kube.ServicePatch;
import io.porterlb.kube.ServiceWriter;
import io.porterlb.kube.WriteResult;

/// Writes what is due for one Service. Any thread; blocks it.
final class ServiceWorker {
    private final AddressWriter addresses;
    private final ServiceWriter services;

    ServiceWorker(KubeCluster kube) {
        this.addresses = kube.addresses();
        this.services = kube.services();
    }

    /// Stops at the first step that the API server refuses.
    void run(ServiceWork work) throws NotWrittenException {
        for (AddressRecord record : work.create()) {
            addresses.create(record).orThrow();
        }
        if (work.patch().isPresent()) {
            patch(work.patch().get());
        }
        for (AddressRecord record : work.delete()) {
            addresses.delete(record).orThrowUnlessGone();
        }
    }

    private void patch(ServicePatch patch) throws NotWrittenException {
        WriteResult result = services.patch(patch);
        if (patch.ingress().isEmpty()) {
            result.orThrowUnlessGone(); // a Service that is gone shows no address
        } else {
            result.orThrow();
        }
    }
}
