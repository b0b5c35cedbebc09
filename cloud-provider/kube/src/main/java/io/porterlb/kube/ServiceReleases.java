package io.porterlb.kube;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.porterlb.address.IpAddress;
import io.porterlb.desired.allocation.Ownership;
import io.porterlb.desired.allocation.Release;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.EipView;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.kube.http.ContentType;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.http.ResourceType;
import io.porterlb.kube.mapping.EipMapping;
import io.porterlb.kube.mapping.RecordMapping;
import io.porterlb.kube.mapping.ServiceMapping;
import io.porterlb.kube.removal.ServiceTrace;
import io.porterlb.kube.resource.CustomResource;
import io.porterlb.kube.resource.ObjectMeta;
import io.porterlb.kube.resource.ServiceResource;
import io.porterlb.kube.watch.Scope;
import io.porterlb.kube.watch.Stored;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Takes off Services what the manager has put there, by the same patch of `services/status` as [ServiceWriter].
/// Nothing is watched: each Service is read, decided on and written, again if somebody else wrote meanwhile.
final class ServiceReleases {
    private static final int ATTEMPTS = 5;

    private final Calls calls;

    ServiceReleases(Calls calls) {
        this.calls = calls;
    }

    Ownership ownership() {
        List<CustomResource> records = list(ResourceType.PORTER_ADDRESS);
        List<CustomResource> eips = list(ResourceType.EIP);
        return records.isEmpty() && eips.isEmpty() ? Ownership.unknown() : Ownership.of(records(records), eips(eips));
    }

    private static Map<IpAddress, AddressRecord> records(List<CustomResource> objects) {
        return objects.stream()
                .flatMap(object -> RecordMapping.record(object).stream())
                .collect(Collectors.toMap(AddressRecord::address, Function.identity()));
    }

    private static Map<String, EipView> eips(List<CustomResource> objects) {
        return objects.stream().map(EipMapping::view).collect(Collectors.toMap(EipView::name, Function.identity()));
    }

    /// Empty too where the API does not know the kind.
    private List<CustomResource> list(ResourceType<CustomResource> type) {
        return calls.list("Can't list " + type, Scope.all(type)).orElse(List.of()).stream()
                .map(item -> Json.read(item, CustomResource.class))
                .toList();
    }

    List<ServiceTrace> traces(Ownership ownership) {
        return calls.list("Can't list services", Scope.all(ResourceType.SERVICE)).orElse(List.of()).stream()
                .map(item -> trace(Json.read(item, ServiceResource.class), ownership))
                .filter(trace -> !trace.isEmpty())
                .toList();
    }

    private static ServiceTrace trace(ServiceResource service, Ownership ownership) {
        ObjectMeta metadata = service.metadata();
        return new ServiceTrace(
                new ServiceKey(metadata.namespace(), metadata.name()), ownership.release(ServiceMapping.view(service)));
    }

    WriteResult release(ServiceKey key, Ownership ownership) {
        WriteResult result = attempt(key, ownership);
        for (int attempt = 1; attempt < ATTEMPTS && result instanceof WriteResult.Conflict; attempt++) {
            result = attempt(key, ownership);
        }
        return result;
    }

    private WriteResult attempt(ServiceKey key, Ownership ownership) {
        Optional<JsonObject> found = find(key);
        if (found.isEmpty()) {
            return new WriteResult.NotFound("There is no Service " + key + " any more.");
        }
        Stored<ServiceView> service = stored(Json.read(found.get(), ServiceResource.class));
        Release release = ownership.release(service.view());
        return release.equals(Release.NONE)
                ? new WriteResult.Written(service.resourceVersion())
                : send(
                        key,
                        ServiceStatusPatch.of(ServicePatch.release(service.view(), release), service, Instant.now()));
    }

    private static Stored<ServiceView> stored(ServiceResource service) {
        ObjectMeta metadata = service.metadata();
        return new Stored<>(metadata.uid(), metadata.resourceVersion(), ServiceMapping.view(service), service.status());
    }

    /// By a list of this name, so that the verb get is not needed.
    private Optional<JsonObject> find(ServiceKey key) {
        Scope scope = Scope.one(ResourceType.SERVICE, key.namespace(), key.name());
        return calls.list("Can't read Service " + key, scope).orElse(List.of()).stream()
                .map(JsonElement::getAsJsonObject)
                .findFirst();
    }

    private WriteResult send(ServiceKey key, JsonObject patch) {
        return calls.send(
                "Can't write the status of Service " + key,
                "PATCH",
                ResourceType.SERVICE.path(key.namespace(), key.name()) + "/status",
                patch,
                ContentType.STRATEGIC_MERGE_PATCH,
                answer -> new WriteResult.Written(Calls.version(answer)));
    }
}
