package io.porterlb.kube;

import com.google.gson.JsonObject;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.kube.http.ContentType;
import io.porterlb.kube.http.ResourceType;
import io.porterlb.kube.resource.ServiceResource;
import io.porterlb.kube.watch.Source;
import io.porterlb.kube.watch.Stored;
import java.time.Clock;
import java.util.Optional;

/// Writes what belongs to us of a Service, in one patch of `services/status`: that subresource stores
/// finalizers and labels too (`k8s.io/kubernetes/pkg/registry/core/service` resets the spec alone), so no right
/// to change Services themselves is needed. A strategic merge patch leaves what others wrote alone.
public final class ServiceWriter {
    private final Calls calls;
    private final Source<ServiceResource, ServiceView> services;
    private final Clock clock;

    ServiceWriter(Calls calls, Source<ServiceResource, ServiceView> services, Clock clock) {
        this.calls = calls;
        this.services = services;
        this.clock = clock;
    }

    /// Sends one request, whether or not it changes anything. [WriteResult.Conflict] means that the Service no
    /// longer looks as it did when this was decided, or is another one of the same name. [WriteResult.Refused]
    /// comes, among others, for ingress on a Service whose type has changed since.
    public WriteResult patch(ServicePatch patch) {
        ServiceKey key = patch.seen().key();
        Optional<Stored<ServiceView>> stored = services.store().find(key.toString());
        if (stored.isEmpty()) {
            return new WriteResult.NotFound("There is no Service " + key + " any more.");
        }
        if (!stored.get().view().equals(patch.seen())) {
            return new WriteResult.Conflict("Service " + key + " has changed since it was looked at.");
        }
        return send(key, ServiceStatusPatch.of(patch, stored.get(), clock.instant()));
    }

    private WriteResult send(ServiceKey key, JsonObject body) {
        return calls.send(
                "Can't write the status of Service " + key,
                "PATCH",
                ResourceType.SERVICE.path(key.namespace(), key.name()) + "/status",
                body,
                ContentType.STRATEGIC_MERGE_PATCH,
                this::written);
    }

    private WriteResult written(JsonObject answer) {
        services.written(answer);
        return new WriteResult.Written(Calls.version(answer));
    }
}
