package io.porterlb.kube.mapping;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.porterlb.address.IpFamily;
import io.porterlb.desired.view.FamilyView;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.resource.AfiSafi;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `spec.afiSafis` of a BgpPeer.
final class FamilyMapping {
    /// Where graceful restart is on, it is for every family.
    private static final UnsupportedFields ENTRY = new UnsupportedFields(
            Set.of("config.enabled", "config.family.*", "addPaths.config.sendMax", "mpGracefulRestart.config.enabled"));

    private FamilyMapping() {}

    /// Those that are switched on; empty where none is listed at all.
    static Optional<List<FamilyView>> families(List<AfiSafi> listed) {
        return listed.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        listed.stream().flatMap(entry -> family(entry).stream()).toList());
    }

    /// Without `config`, or without a family in it, it is the family of the router's address.
    private static Optional<FamilyView> family(AfiSafi entry) {
        AfiSafi.Config config = entry.config();
        AfiSafi.Family family = config == null ? null : config.family();
        if (config == null || family == null) {
            return Optional.of(view(Optional.empty(), entry));
        }
        return config.enabled() ? unicast(family).map(known -> view(Optional.of(known), entry)) : Optional.empty();
    }

    private static FamilyView view(Optional<IpFamily> family, AfiSafi entry) {
        return new FamilyView(family, entry.addPaths().config().sendMax());
    }

    private static Optional<IpFamily> unicast(AfiSafi.Family family) {
        if (!family.safi().equals("SAFI_UNICAST")) {
            return Optional.empty();
        }
        return switch (family.afi()) {
            case "AFI_IP" -> Optional.of(IpFamily.V4);
            case "AFI_IP6" -> Optional.of(IpFamily.V6);
            default -> Optional.empty();
        };
    }

    /// Adds the paths of what means nothing: other families, and routes to receive.
    static void unsupported(JsonObject spec, Set<String> paths) {
        if (spec.get("afiSafis") instanceof JsonArray entries) {
            entries.forEach(entry -> unsupported(entry, paths));
        }
    }

    private static void unsupported(JsonElement entry, Set<String> paths) {
        if (!(entry instanceof JsonObject object)) {
            return;
        }
        ENTRY.in(object).forEach(path -> paths.add(path.replaceFirst("^spec", "spec.afiSafis[]")));
        AfiSafi.Config config = Json.read(object, AfiSafi.class).config();
        AfiSafi.Family family = config == null ? null : config.family();
        boolean other = config != null
                && family != null
                && config.enabled()
                && unicast(family).isEmpty();
        if (other) {
            paths.add("spec.afiSafis[].config.family");
        }
    }
}
