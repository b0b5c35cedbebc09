package io.porterlb.kube.resource;

import org.jspecify.annotations.Nullable;

/// One entry of `spec.afiSafis` of a BgpPeer: an address family, in GoBGP's words.
public record AfiSafi(@Nullable Config config, AddPaths addPaths) {
    public AfiSafi {
        addPaths = addPaths == null ? AddPaths.NONE : addPaths;
    }

    /// `config`.
    public record Config(boolean enabled, @Nullable Family family) {}

    /// `config.family`.
    public record Family(String afi, String safi) {
        public Family {
            afi = Absent.text(afi);
            safi = Absent.text(safi);
        }
    }

    /// `addPaths`.
    public record AddPaths(AddPathsConfig config) {
        static final AddPaths NONE = new AddPaths(AddPathsConfig.NONE);

        public AddPaths {
            config = config == null ? AddPathsConfig.NONE : config;
        }
    }

    /// `addPaths.config`.
    public record AddPathsConfig(long sendMax) {
        static final AddPathsConfig NONE = new AddPathsConfig(0);
    }
}
