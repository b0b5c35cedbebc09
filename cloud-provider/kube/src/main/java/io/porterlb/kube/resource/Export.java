package io.porterlb.kube.resource;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What routes say: `spec.export` of a BgpPeer, and a part of `spec` of an Eip.
public record Export(
        List<String> communities,
        List<String> largeCommunities,
        @Nullable Long localPref,
        @Nullable Long med,
        int prepend) {
    public static final Export NONE = new Export(List.of(), List.of(), null, null, 0);

    public Export {
        communities = Absent.list(communities);
        largeCommunities = Absent.list(largeCommunities);
    }
}
