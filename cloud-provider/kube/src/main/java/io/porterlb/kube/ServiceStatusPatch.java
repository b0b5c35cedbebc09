package io.porterlb.kube;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.porterlb.desired.allocation.Marks;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.watch.Stored;
import java.time.Instant;

/// The strategic merge patch of `services/status` that does what a [ServicePatch] says. It is right only for the very
/// version of the object that it was made from, and names it.
final class ServiceStatusPatch {
    private ServiceStatusPatch() {}

    /// @param now for conditions that change
    static JsonObject of(ServicePatch patch, Stored<ServiceView> stored, Instant now) {
        return Json.object(
                "metadata",
                metadata(patch, stored),
                "status",
                status(patch, stored.status().getAsJsonObject(), now));
    }

    private static JsonObject metadata(ServicePatch patch, Stored<ServiceView> stored) {
        JsonObject labels = new JsonObject();
        labels.add(Marks.EIP_LABEL, patch.eip().map(Json::tree).orElse(JsonNull.INSTANCE));
        JsonObject metadata = Json.object(
                "uid", stored.uid(),
                "resourceVersion", stored.resourceVersion(),
                "labels", labels);
        if (!patch.addFinalizers().isEmpty()) {
            metadata.add("finalizers", Json.tree(patch.addFinalizers()));
        }
        if (!patch.removeFinalizers().isEmpty()) {
            metadata.add("$deleteFromPrimitiveList/finalizers", Json.tree(patch.removeFinalizers()));
        }
        return metadata;
    }

    private static JsonObject status(ServicePatch patch, JsonObject before, Instant now) {
        JsonElement there = Conditions.of(before);
        JsonArray conditions = Conditions.merge(there, patch.conditions(), 0, now);
        conditions.addAll(Conditions.without(patch.dropConditions().stream()
                .filter(type -> Conditions.find(there, type).isPresent())
                .toList()));
        JsonObject status = Json.object("conditions", conditions);
        Ingress.after(before, patch.ingress()).ifPresent(after -> status.add("loadBalancer", after));
        return status;
    }
}
