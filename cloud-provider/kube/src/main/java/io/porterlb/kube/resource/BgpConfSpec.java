package io.porterlb.kube.resource;

import java.util.Map;

/// `spec` of a BgpConf.
public record BgpConfSpec(long as, Map<String, Long> asPerRack, String routerId) {
    public BgpConfSpec {
        asPerRack = Absent.map(asPerRack);
        routerId = Absent.text(routerId);
    }
}
