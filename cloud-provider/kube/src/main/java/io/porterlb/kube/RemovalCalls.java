package io.porterlb.kube;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.porterlb.desired.allocation.Ownership;
import io.porterlb.desired.view.NodeReport;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.kube.http.ContentType;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.http.ResourceType;
import io.porterlb.kube.removal.ClusterObject;
import io.porterlb.kube.removal.Deletion;
import io.porterlb.kube.removal.InstalledKind;
import io.porterlb.kube.removal.Removal;
import io.porterlb.kube.removal.ServiceTrace;
import io.porterlb.kube.resource.AnyResource;
import io.porterlb.kube.resource.NodeResource;
import io.porterlb.kube.resource.ObjectMeta;
import io.porterlb.kube.watch.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// [Removal] with requests to the API server.
final class RemovalCalls implements Removal {
    private final Calls calls;
    private final ServiceReleases services;

    RemovalCalls(Calls calls, ServiceReleases services) {
        this.calls = calls;
        this.services = services;
    }

    @Override
    public List<ClusterObject> list(InstalledKind kind, String namespace, String selector) {
        Scope scope = Scope.labelled(type(kind), namespace, selector);
        return calls.list("Can't list " + scope.what(), scope).orElse(List.of()).stream()
                .map(item -> object(kind, item))
                .toList();
    }

    @Override
    public Optional<ClusterObject> find(InstalledKind kind, String namespace, String name) {
        return calls.find("Can't read " + kind.kind() + " " + name, path(kind, namespace, name))
                .map(answer -> object(kind, answer));
    }

    @Override
    public WriteResult delete(ClusterObject object, Deletion deletion) {
        JsonObject options =
                Json.object("apiVersion", "v1", "kind", "DeleteOptions", "preconditions", Map.of("uid", object.uid()));
        switch (deletion) {
            case BACKGROUND -> options.addProperty("propagationPolicy", "Background");
            case FOREGROUND -> options.addProperty("propagationPolicy", "Foreground");
            case FORCED -> options.addProperty("gracePeriodSeconds", 0);
        }
        return calls.send(
                "Can't delete " + object,
                "DELETE",
                path(object.kind(), object.namespace(), object.name()),
                options,
                ContentType.JSON,
                _ -> new WriteResult.Deleted());
    }

    /// A merge patch replaces the list; the resourceVersion makes sure that it is the list that was read.
    @Override
    public WriteResult dropFinalizers(ClusterObject object, Set<String> finalizers) {
        List<String> rest = object.finalizers().stream()
                .filter(finalizer -> !finalizers.contains(finalizer))
                .toList();
        return calls.send(
                "Can't take finalizers off " + object,
                "PATCH",
                path(object.kind(), object.namespace(), object.name()),
                Json.object(
                        "metadata",
                        Map.of("resourceVersion", object.resourceVersion(), "uid", object.uid(), "finalizers", rest)),
                ContentType.MERGE_PATCH,
                answer -> new WriteResult.Written(Calls.version(answer)));
    }

    @Override
    public Set<String> readyNodes() {
        return calls.list("Can't list nodes", Scope.all(ResourceType.NODE)).orElse(List.of()).stream()
                .map(item -> Json.read(item, NodeResource.class))
                .filter(node -> node.status().conditions().stream()
                        .anyMatch(c -> c.type().equals("Ready") && c.status().equals("True")))
                .map(node -> node.metadata().name())
                .collect(Collectors.toSet());
    }

    @Override
    public List<NodeReport> reports() {
        return Reports.list(calls);
    }

    @Override
    public Ownership ownership() {
        return services.ownership();
    }

    @Override
    public List<ServiceTrace> services(Ownership ownership) {
        return services.traces(ownership);
    }

    @Override
    public WriteResult release(ServiceKey service, Ownership ownership) {
        return services.release(service, ownership);
    }

    private static ResourceType<AnyResource> type(InstalledKind kind) {
        return new ResourceType<>(kind.group(), kind.version(), kind.plural(), AnyResource.class);
    }

    private static String path(InstalledKind kind, String namespace, String name) {
        return kind.namespaced() ? type(kind).path(namespace, name) : type(kind).path(name);
    }

    private static ClusterObject object(InstalledKind kind, JsonElement item) {
        AnyResource resource = Json.read(item, AnyResource.class);
        ObjectMeta metadata = resource.metadata();
        return new ClusterObject(
                kind,
                metadata.namespace(),
                metadata.name(),
                metadata.uid(),
                metadata.resourceVersion(),
                metadata.labels(),
                metadata.annotations(),
                metadata.finalizers(),
                metadata.deleting(),
                resource.spec().nodeName());
    }
}
