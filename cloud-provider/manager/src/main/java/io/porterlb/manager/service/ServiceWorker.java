package io.porterlb.manager.service;

import io.porterlb.desired.view.AddressRecord;
import io.porterlb.kube.AddressWriter;
import io.porterlb.kube.KubeCluster;
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
    void run(ServiceWork work) throws OutdatedException {
        for (AddressRecord record : work.create()) {
            require(addresses.create(record));
        }
        if (work.patch().isPresent()) {
            patch(work.patch().get());
        }
        for (AddressRecord record : work.delete()) {
            requireUnlessGone(addresses.delete(record));
        }
    }

    private void patch(ServicePatch patch) throws OutdatedException {
        WriteResult result = services.patch(patch);
        if (patch.ingress().isEmpty()) {
            requireUnlessGone(result); // a Service that is gone shows no address
        } else {
            require(result);
        }
    }

    private static void requireUnlessGone(WriteResult result) throws OutdatedException {
        if (!(result instanceof WriteResult.NotFound)) {
            require(result);
        }
    }

    private static void require(WriteResult result) throws OutdatedException {
        switch (result) {
            case WriteResult.Written _, WriteResult.Deleted _ -> {}
            case WriteResult.Conflict(String message) -> throw new OutdatedException(message);
            case WriteResult.AlreadyExists(String message) -> throw new OutdatedException(message);
            case WriteResult.NotFound(String message) -> throw new OutdatedException(message);
            case WriteResult.Refused(String message) -> throw new OutdatedException(message);
        }
    }
}
