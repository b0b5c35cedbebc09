package io.porterlb.kube.resource;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `spec` of a BgpConf.
public record BgpConfSpec(
        long as,
        Map<String, Long> asPerRack,
        String routerId,
        int listenPort,
        List<String> listenAddresses,
        @Nullable GracefulRestart gracefulRestart) {
    public BgpConfSpec {
        asPerRack = Absent.map(asPerRack);
        routerId = Absent.text(routerId);
        listenAddresses = Absent.list(listenAddresses);
    }
}
