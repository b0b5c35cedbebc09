package io.porterlb.kube.mapping;

import io.porterlb.desired.view.Community;
import io.porterlb.desired.view.LargeCommunity;
import io.porterlb.desired.view.RoutePolicy;
import io.porterlb.kube.resource.Export;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What routes say to [RoutePolicy]. The CRDs let only readable values in; from objects that are older than the rules
/// the others are left out.
final class PolicyMapping {
    private static final long MAX = 0xFFFF_FFFFL;
    private static final int MAX_PREPEND = 16;

    private PolicyMapping() {}

    static RoutePolicy policy(Export export) {
        return new RoutePolicy(
                readable(export.communities(), Community::parse),
                readable(export.largeCommunities(), LargeCommunity::parse),
                number(export.localPref()),
                number(export.med()),
                Math.clamp(export.prepend(), 0, MAX_PREPEND));
    }

    private static <T> List<T> readable(List<String> texts, Function<String, Optional<T>> reading) {
        return texts.stream().map(reading).flatMap(Optional::stream).toList();
    }

    private static OptionalLong number(@Nullable Long value) {
        return value == null || value < 0 || value > MAX ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /// Adds what [#policy] leaves out.
    ///
    /// @param prefix of the paths, such as `spec.`
    static void unreadable(Export export, String prefix, Set<String> paths) {
        RoutePolicy policy = policy(export);
        add(
                paths,
                prefix + "communities",
                policy.communities().size() < export.communities().size());
        add(
                paths,
                prefix + "largeCommunities",
                policy.largeCommunities().size() < export.largeCommunities().size());
        add(
                paths,
                prefix + "localPref",
                export.localPref() != null && policy.localPref().isEmpty());
        add(paths, prefix + "med", export.med() != null && policy.med().isEmpty());
        add(paths, prefix + "prepend", policy.prepend() != export.prepend());
    }

    private static void add(Set<String> paths, String path, boolean wrong) {
        if (wrong) {
            paths.add(path);
        }
    }

    static OptionalInt number(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
