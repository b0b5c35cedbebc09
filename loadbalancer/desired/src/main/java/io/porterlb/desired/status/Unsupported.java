package io.porterlb.desired.status;

import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What to say of fields that are set and have no effect.
final class Unsupported {
    private static final String CENTRAL =
            "A central speaker is not there yet: every node speaks for itself, as with node.";

    /// What does the same, or why nothing does, by field.
    private static final Map<String, String> ADVICE = Map.of(
            "spec.policy",
            "GoBGP policies are not read: write communities, largeCommunities, localPref, med, prepend and aggregationLength in spec of the Eip, or in spec.export of a BgpPeer, to the same end.",
            "spec.speaker",
            CENTRAL,
            "spec.gracefulRestart.longlivedEnabled",
            "Long-lived graceful restart is never offered: it makes a router keep routes to a dead node.",
            "spec.config",
            "spec.config is of v1alpha1: write spec.conf.",
            "spec.addPaths",
            "spec.addPaths is of v1alpha1: write spec.afiSafis[].addPaths.",
            "spec.timers.config.minimumAdvertisementInterval",
            "Routes are announced at once, so there is no interval between announcements.");

    private Unsupported() {}

    static String message(Collection<String> fields) {
        TreeSet<String> sorted = new TreeSet<>(fields);
        String verbs = sorted.size() == 1 ? "is accepted but has" : "are accepted but have";
        String general = "%s %s no effect in this version.".formatted(String.join(", ", sorted), verbs);
        return Stream.concat(
                        Stream.of(general),
                        sorted.stream().flatMap(Unsupported::advice).distinct())
                .collect(Collectors.joining(" "));
    }

    private static Stream<String> advice(String field) {
        return ADVICE.entrySet().stream()
                .filter(entry -> field.equals(entry.getKey()) || field.startsWith(entry.getKey() + "."))
                .map(Map.Entry::getValue);
    }
}
