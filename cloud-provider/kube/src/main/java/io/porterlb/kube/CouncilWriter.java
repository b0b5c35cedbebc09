package io.porterlb.kube;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.porterlb.desired.view.CouncilView;
import io.porterlb.kube.http.ContentType;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.http.ResourceType;
import io.porterlb.kube.mapping.CouncilMapping;
import io.porterlb.kube.resource.CustomResource;
import io.porterlb.kube.watch.Source;
import io.porterlb.kube.watch.Stored;
import java.util.Map;
import java.util.Optional;

/// Writes the PorterCouncil: the one that follows the very one that was looked at, so that of two who decide
/// at a time one does. Any thread.
public final class CouncilWriter {
    private static final ResourceType<CustomResource> TYPE = ResourceType.PORTER_COUNCIL;

    private final Calls calls;
    private final Source<CustomResource, CouncilView> councils;

    CouncilWriter(Calls calls, Source<CustomResource, CouncilView> councils) {
        this.calls = calls;
        this.councils = councils;
    }

    /// Writes the next one. [WriteResult.AlreadyExists] means that another one is there than was looked at,
    /// [WriteResult.NotFound] that none is: the next view tells. [WriteResult.Conflict] means that something
    /// else of the object has changed.
    ///
    /// The annotation [CouncilView#OFF] goes: what somebody said of one loss must not count for a later one.
    ///
    /// @param seen what it was decided on; empty where there was none
    public WriteResult write(Optional<CouncilView> seen, CouncilView next) {
        Optional<Stored<CouncilView>> stored = councils.store().find(next.name());
        if (stored.isPresent() && !stored.map(Stored::view).equals(seen)) {
            return new WriteResult.AlreadyExists("PorterCouncil " + next.name() + " is another one by now.");
        }
        return seen.isEmpty()
                ? create(next)
                : stored.map(now -> patch(now, next))
                        .orElseGet(() -> new WriteResult.NotFound("PorterCouncil " + next.name() + " is gone."));
    }

    private WriteResult create(CouncilView council) {
        JsonObject body = Json.object(
                "apiVersion", TYPE.apiVersion(),
                "kind", "PorterCouncil",
                "metadata", Map.of("name", council.name()),
                "spec", CouncilMapping.spec(council));
        return calls.send(
                "Can't create PorterCouncil " + council.name(),
                "POST",
                TYPE.path(),
                body,
                ContentType.JSON,
                this::written);
    }

    private WriteResult patch(Stored<CouncilView> now, CouncilView next) {
        JsonObject metadata = Json.object(
                "uid", now.uid(),
                "resourceVersion", now.resourceVersion(),
                "annotations", Json.object(CouncilView.OFF, JsonNull.INSTANCE));
        JsonObject body = Json.object("metadata", metadata, "spec", CouncilMapping.spec(next));
        return calls.send(
                "Can't write PorterCouncil " + next.name(),
                "PATCH",
                TYPE.path(next.name()),
                body,
                ContentType.MERGE_PATCH,
                this::written);
    }

    private WriteResult written(JsonObject answer) {
        councils.written(answer);
        return new WriteResult.Written(Calls.version(answer));
    }
}
