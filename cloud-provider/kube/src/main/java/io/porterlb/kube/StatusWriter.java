package io.porterlb.kube;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.porterlb.desired.status.BgpConfStatus;
import io.porterlb.desired.status.BgpPeerStatus;
import io.porterlb.desired.status.Condition;
import io.porterlb.desired.status.EipStatus;
import io.porterlb.desired.view.BgpConfView;
import io.porterlb.desired.view.BgpPeerView;
import io.porterlb.desired.view.EipView;
import io.porterlb.kube.http.ContentType;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.resource.CustomResource;
import io.porterlb.kube.watch.Source;
import io.porterlb.kube.watch.Sources;
import io.porterlb.kube.watch.Stored;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Writes the status of Eips, BgpConfs and BgpPeers: the difference to what was last seen, and nothing if there is
/// none. The kind must be watched. [WriteResult.Conflict] means that the object has changed since; the next view has
/// it.
public final class StatusWriter {
    private final Calls calls;
    private final Sources sources;
    private final Clock clock;

    StatusWriter(Calls calls, Sources sources, Clock clock) {
        this.calls = calls;
        this.sources = sources;
        this.clock = clock;
    }

    /// Writes an Eip's status.
    ///
    /// @param eip that the status was worked out from
    public WriteResult write(EipView eip, EipStatus status) {
        Target target = new Target(eip.name(), eip.uid(), eip.generation());
        return write(sources.eips(), target, StatusJson.of(status), status.conditions());
    }

    /// Writes a BgpConf's status.
    ///
    /// @param conf that the status was worked out from
    public WriteResult write(BgpConfView conf, BgpConfStatus status) {
        Target target = new Target(conf.name(), conf.uid(), conf.generation());
        return write(sources.confs(), target, StatusJson.of(status), status.conditions());
    }

    /// Writes a BgpPeer's status.
    ///
    /// @param peer that the status was worked out from
    public WriteResult write(BgpPeerView peer, BgpPeerStatus status) {
        Target target = new Target(peer.name(), peer.uid(), peer.generation());
        return write(sources.peers(), target, StatusJson.of(status), status.conditions());
    }

    private <V> WriteResult write(
            Source<CustomResource, V> source, Target target, JsonObject status, List<Condition> conditions) {
        Optional<Stored<V>> stored = source.store().find(target.name());
        if (stored.isEmpty() || !stored.get().uid().equals(target.uid())) {
            return new WriteResult.NotFound("There is no " + source.type() + " " + target.name() + " any more.");
        }
        return write(source, target, stored.get(), status, conditions);
    }

    private WriteResult write(
            Source<CustomResource, ?> source,
            Target target,
            Stored<?> stored,
            JsonObject status,
            List<Condition> conditions) {
        JsonObject before = stored.status() instanceof JsonObject object ? object : new JsonObject();
        JsonElement old = Objects.requireNonNullElse(before.get("conditions"), JsonNull.INSTANCE);
        status.add("conditions", Conditions.merge(old, conditions, target.generation(), clock.instant()));
        JsonObject difference = MergePatch.between(before, status);
        if (difference.isEmpty()) {
            return new WriteResult.Written(stored.resourceVersion());
        }
        return calls.send(
                "Can't write the status of " + source.type() + " " + target.name(),
                "PATCH",
                source.type().path(target.name()) + "/status",
                patch(stored, difference),
                ContentType.MERGE_PATCH,
                answer -> {
                    source.written(answer);
                    return new WriteResult.Written(Calls.version(answer));
                });
    }

    /// A difference is right only for the version that it was taken from. (In a status patch of a custom resource the
    /// API server ignores a UID.)
    private static JsonObject patch(Stored<?> stored, JsonObject difference) {
        return Json.object("metadata", Map.of("resourceVersion", stored.resourceVersion()), "status", difference);
    }

    /// What the status speaks of.
    private record Target(String name, String uid, long generation) {}
}
