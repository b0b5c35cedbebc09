package io.porterlb.kube.mapping;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Set;

/// `spec.speaker` of a BgpConf or BgpPeer.
final class Speakers {
    private Speakers() {}

    /// Every node speaks for itself; anything else that is asked for is not there.
    static void unsupported(JsonObject spec, Set<String> paths) {
        if (spec.get("speaker") instanceof JsonPrimitive speaker
                && !Set.of("", "node").contains(speaker.getAsString())) {
            paths.add("spec.speaker");
        }
    }
}
