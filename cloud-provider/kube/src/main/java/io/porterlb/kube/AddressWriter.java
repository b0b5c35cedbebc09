package io.porterlb.kube;

import com.google.gson.JsonObject;
import io.porterlb.desired.allocation.Orphaned;
import io.porterlb.desired.allocation.Taking;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.AddressRecord.Owner;
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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Writes PorterAddress objects: the record that an address is taken. Creating one is the lock on the address; those
/// who share it are added and taken off one at a time, each on the object as the one before has left it. Any thread.
public final class AddressWriter {
    private static final ResourceType<CustomResource> TYPE = ResourceType.PORTER_ADDRESS;
    private static final WriteResult TERMS_DROPPED = new WriteResult.Refused(
            "PorterAddress does not store spec.owners[].terms: apply the CRDs of this version of PorterLB.");

    private final Calls calls;
    private final Source<CustomResource, AddressRecord> records;
    private final AddressTurns turns = new AddressTurns();

    AddressWriter(Calls calls, Source<CustomResource, AddressRecord> records) {
        this.calls = calls;
        this.records = records;
    }

    /// Takes an address, or joins those who have it. [WriteResult.AlreadyExists] means that somebody else has it;
    /// the next views tell who. [WriteResult.Refused] comes, among others, where the CRD is of an earlier version.
    public WriteResult take(Taking taking) {
        return turns.take(taking.address(), () -> join(taking));
    }

    private WriteResult join(Taking taking) {
        Optional<Stored<AddressRecord>> stored = records.store().find(RecordMapping.name(taking.address()));
        return stored.isEmpty()
                ? create(taking)
                : taking.joining(stored.get().view())
                        .map(joined -> patch(stored.get(), joined, answer -> taken(answer, taking.owner())))
                        .orElseGet(() -> new WriteResult.AlreadyExists(
                                "PorterAddress " + RecordMapping.name(taking.address()) + " names others by now."));
    }

    private WriteResult create(Taking taking) {
        String name = RecordMapping.name(taking.address());
        JsonObject body = Json.object(
                "apiVersion", TYPE.apiVersion(),
                "kind", "PorterAddress",
                "metadata", Map.of("name", name),
                "spec", RecordMapping.spec(taking.record()));
        return calls.send(
                "Can't create PorterAddress " + name,
                "POST",
                TYPE.path(),
                body,
                ContentType.JSON,
                answer -> taken(answer, taking.owner()));
    }

    /// Changes the owners of the very object that they were decided on.
    private WriteResult patch(
            Stored<AddressRecord> stored, AddressRecord wanted, Function<JsonObject, WriteResult> success) {
        if (wanted.equals(stored.view())) {
            return new WriteResult.Written(stored.resourceVersion());
        }
        String name = RecordMapping.name(wanted.address());
        JsonObject body = Json.object(
                "metadata", Map.of("uid", stored.uid(), "resourceVersion", stored.resourceVersion()),
                "spec", Map.of("owners", RecordMapping.spec(wanted).owners()));
        return calls.send(
                "Can't change the owners of PorterAddress " + name,
                "PATCH",
                TYPE.path(name),
                body,
                ContentType.MERGE_PATCH,
                success);
    }

    /// An older definition of the kind drops the field that it does not know, and says nothing: the owner would be
    /// written again and again.
    private WriteResult taken(JsonObject answer, Owner owner) {
        WriteResult written = written(answer);
        boolean stored = RecordMapping.record(Json.read(answer, CustomResource.class))
                .filter(record -> record.owners().contains(owner))
                .isPresent();
        return stored ? written : TERMS_DROPPED;
    }

    private WriteResult written(JsonObject answer) {
        records.written(answer);
        return new WriteResult.Written(Calls.version(answer));
    }

    /// Takes owners off a record whose Services are gone. Services are watched apart from records, so a view may have a
    /// record and not its Service yet: the API server is asked, and [WriteResult.Conflict] means that one is there.
    public WriteResult collect(Orphaned orphan) {
        AddressRecord record = orphan.record();
        Set<Owner> gone = record.owners().stream()
                .filter(owner -> orphan.gone().contains(owner.uid()))
                .collect(Collectors.toSet());
        return gone.stream()
                .filter(this::isThere)
                .findFirst()
                .<WriteResult>map(owner -> new WriteResult.Conflict(
                        "Service " + owner.service() + " is there, and holds " + record.address() + "."))
                .orElseGet(() -> giveBack(record, gone));
    }

    private boolean isThere(Owner owner) {
        ServiceKey key = owner.service();
        Scope scope = Scope.one(ResourceType.SERVICE, key.namespace(), key.name());
        return calls.list("Can't read Service " + key, scope).orElse(List.of()).stream()
                .map(item -> Json.read(item, ServiceResource.class).metadata().uid())
                .anyMatch(owner.uid()::equals);
    }

    /// Gives an address back: takes owners off its record, and deletes it with the last one. The others may have
    /// changed since it was looked at; the object itself may not. An owner that has been let in again since, on
    /// other terms, stays.
    ///
    /// @param record as it was looked at
    /// @param leaving owners of it
    public WriteResult giveBack(AddressRecord record, Set<Owner> leaving) {
        return turns.take(record.address(), () -> leave(record, leaving));
    }

    private WriteResult leave(AddressRecord record, Set<Owner> leaving) {
        String name = RecordMapping.name(record.address());
        Optional<Stored<AddressRecord>> stored = records.store().find(name);
        if (stored.isEmpty()) {
            return new WriteResult.NotFound("There is no PorterAddress " + name + ".");
        }
        if (!stored.get().view().created().equals(record.created())) {
            return new WriteResult.Conflict("PorterAddress " + name + " is another one than was looked at.");
        }
        AddressRecord now = stored.get().view();
        AddressRecord left = now.withOwners(
                now.owners().stream().filter(owner -> !leaving.contains(owner)).toList());
        return left.owners().isEmpty() ? delete(name, stored.get()) : patch(stored.get(), left, this::written);
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
