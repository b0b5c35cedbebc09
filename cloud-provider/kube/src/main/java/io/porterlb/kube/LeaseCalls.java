package io.porterlb.kube;

import com.google.gson.JsonObject;
import io.porterlb.kube.election.Claim;
import io.porterlb.kube.election.Lease;
import io.porterlb.kube.election.LeaseClient;
import io.porterlb.kube.http.ContentType;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.http.KubeApi;
import io.porterlb.kube.http.ResourceType;
import io.porterlb.kube.resource.LeaseResource;
import io.porterlb.kube.watch.ObjectWatch;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/// [LeaseClient] with requests to the API server, and a client of their own: no other call, and no limit on
/// calls, is in the way of a renewal.
final class LeaseCalls implements LeaseClient {
    private static final ResourceType<LeaseResource> TYPE = ResourceType.LEASE;

    /// As Kubernetes' MicroTime is written (`k8s.io/apimachinery/pkg/apis/meta/v1`).
    private static final DateTimeFormatter MICRO_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final LeaseName name;
    private final KubeApi api;
    private final Calls calls;
    private final ObjectWatch<LeaseResource, Known> watch;
    private final EventWriter events;
    private final Clock clock;

    /// A Lease, and which object it is.
    private record Known(Lease lease, String uid) {}

    /// @param calls closed with this
    /// @param component who reports events
    /// @param instance which one of them
    LeaseCalls(LeaseName name, KubeApi calls, KubeApi watches, String component, String instance, Clock clock) {
        this.name = name;
        this.api = calls;
        this.calls = Calls.once(calls);
        this.watch = new ObjectWatch<>(TYPE, LeaseCalls::known, name.namespace(), name.name(), watches);
        this.events = new EventWriter(new Calls(calls, WriteGate.OPEN), component, instance, clock);
        this.clock = clock;
    }

    private static Optional<Known> known(LeaseResource resource) {
        LeaseResource.Spec spec = resource.spec();
        Lease lease = new Lease(
                resource.metadata().resourceVersion(),
                spec.holderIdentity(),
                Duration.ofSeconds(spec.leaseDurationSeconds()),
                spec.leaseTransitions());
        return Optional.of(new Known(lease, resource.metadata().uid()));
    }

    @Override
    public void watch(Runnable onChange) {
        watch.start(onChange);
    }

    @Override
    public Lease latest() {
        return watch.latest().map(Known::lease).orElse(Lease.NONE);
    }

    @Override
    public WriteResult read() {
        return calls.get("Can't read " + name, path(), this::stored);
    }

    @Override
    public WriteResult write(Claim claim) {
        return claim.over().version().isEmpty() ? create(claim) : update(claim);
    }

    private WriteResult create(Claim claim) {
        JsonObject body = Json.object(
                "apiVersion",
                TYPE.apiVersion(),
                "kind",
                "Lease",
                "metadata",
                Map.of("name", name.name(), "namespace", name.namespace()),
                "spec",
                spec(claim));
        String path = TYPE.pathIn(name.namespace());
        return calls.send("Can't create " + name, "POST", path, body, ContentType.JSON, this::stored);
    }

    /// Says our fields alone, so that what others have put on the Lease stays; the API server compares the version
    /// that stands in a patch with its own.
    private WriteResult update(Claim claim) {
        JsonObject patch =
                Json.object("metadata", Map.of("resourceVersion", claim.over().version()), "spec", spec(claim));
        return calls.send("Can't update " + name, "PATCH", path(), patch, ContentType.MERGE_PATCH, this::stored);
    }

    private WriteResult stored(JsonObject answer) {
        watch.written(answer);
        return new WriteResult.Written(Calls.version(answer));
    }

    private JsonObject spec(Claim claim) {
        String now = MICRO_TIME.format(clock.instant());
        JsonObject spec = Json.object(
                "holderIdentity", claim.holder(),
                "leaseDurationSeconds", claim.duration().toSeconds(),
                "leaseTransitions", claim.transitions(),
                "renewTime", now);
        if (claim.acquires()) {
            spec.addProperty("acquireTime", now);
        }
        return spec;
    }

    @Override
    public void say(String message) {
        String uid = watch.latest().map(Known::uid).orElse("");
        ObjectRef lease = new ObjectRef(TYPE.apiVersion(), "Lease", name.namespace(), name.name(), uid);
        events.record(events.component(), lease, EventType.NORMAL, "LeaderElection", message);
    }

    private String path() {
        return TYPE.path(name.namespace(), name.name());
    }

    @Override
    public void close() {
        watch.close();
        events.close();
        api.close();
    }
}
