package io.porterlb.kube.resource;

import org.jspecify.annotations.Nullable;

/// One entry of `spec.afiSafis` of a BgpPeer: an address family, in GoBGP's words.
public record AfiSafi(@Nullable Config config) {
    /// Whether this is IPv4 unicast, switched on. Without a `config` the family is that of the peer's own address.
    public boolean ipv4Unicast() {
        if (config == null || config.family() == null) {
            return true;
        }
        return config.enabled()
                && "AFI_IP".equals(config.family().afi())
                && "SAFI_UNICAST".equals(config.family().safi());
    }

    /// `config`.
    public record Config(boolean enabled, @Nullable Family family) {}

    /// `config.family`.
    public record Family(@Nullable String afi, @Nullable String safi) {}
}
