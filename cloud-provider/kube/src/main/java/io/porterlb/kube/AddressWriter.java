package io.porterlb.kube;

import com.google.gson.JsonObject;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.kube.http.ContentType;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.http.ResourceType;
import io.porterlb.kube.mapping.RecordMapping;
import io.porterlb.kube.resource.CustomResource;
import io.porterlb.kube.resource.ServiceResource;
import io.porterlb.kube.watch.Scope;
import io.porterlb.kube.watch.Source;
import io.porterlb.kube.watch.Stored;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes PorterAddress objects: the record that an address is taken. Creating one is the lock on the address.
public final class AddressWriter {
    private static final ResourceType<CustomResource> TYPE = ResourceType.PORTER_ADDRESS;

    private final Calls calls;
    private final Source<CustomResource, AddressRecord> records;

    AddressWriter(Calls calls, Source<CustomResource, AddressRecord> records) {
        this.calls = calls;
        this.records = records;
    }

    /// Takes an address. [WriteResult.AlreadyExists] means that somebody else has it; the next views tell who.
    ///
    /// @param record `created` is left to the API server
    public WriteResult create(AddressRecord record) {
        String name = RecordMapping.name(record.address());
        JsonObject body = Json.object(
                "apiVersion", TYPE.apiVersion(),
                "kind", "PorterAddress",
                "metadata", Map.of("name", name),
                "spec", RecordMapping.spec(record));
        return calls.send(
                "Can't create PorterAddress " + name, "POST", TYPE.path(), body, ContentType.JSON, this::written);
    }

    private WriteResult written(JsonObject answer) {
        records.written(answer);
        return new WriteResult.Written(Calls.version(answer));
    }

    /// Gives an address back whose Services are all gone. Services are watched apart from records, so a view may have a
    /// record and not its Service yet: the API server is asked, and [WriteResult.Conflict] means that one is there.
    public WriteResult deleteOrphan(AddressRecord record) {
        return record.owners().stream()
                .filter(this::isThere)
                .findFirst()
                .<WriteResult>map(owner -> new WriteResult.Conflict(
                        "Service " + owner.service() + " is there, and holds " + record.address() + "."))
                .orElseGet(() -> delete(record));
    }

    private boolean isThere(AddressRecord.Owner owner) {
        ServiceKey key = owner.service();
        Scope scope = Scope.one(ResourceType.SERVICE, key.namespace(), key.name());
        return calls.list("Can't read Service " + key, scope).orElse(List.of()).stream()
                .map(item -> Json.read(item, ServiceResource.class).metadata().uid())
                .anyMatch(owner.uid()::equals);
    }

    /// Gives an address back: deletes the very object that this record was read from, not one that was created or
    /// changed since.
    public WriteResult delete(AddressRecord record) {
        String name = RecordMapping.name(record.address());
        Optional<Stored<AddressRecord>> stored = records.store().find(name);
        if (stored.isEmpty()) {
            return new WriteResult.NotFound("There is no PorterAddress " + name + ".");
        }
        if (!stored.get().view().equals(record)) {
            return new WriteResult.Conflict("PorterAddress " + name + " has changed since it was read.");
        }
        return delete(name, stored.get());
    }

    private WriteResult delete(String name, Stored<AddressRecord> stored) {
        JsonObject options = Json.object(
                "apiVersion", "v1",
                "kind", "DeleteOptions",
                "preconditions", Map.of("uid", stored.uid(), "resourceVersion", stored.resourceVersion()));
        return calls.send(
                "Can't delete PorterAddress " + name, "DELETE", TYPE.path(name), options, ContentType.JSON, answer -> {
                    records.store().deleted(name, stored);
                    return new WriteResult.Deleted();
                });
    }
}
