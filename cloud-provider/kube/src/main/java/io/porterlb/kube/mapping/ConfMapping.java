package io.porterlb.kube.mapping;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.view.BgpConfView;
import io.porterlb.desired.view.GracefulRestartView;
import io.porterlb.desired.view.ListenView;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.resource.BgpConfSpec;
import io.porterlb.kube.resource.CustomResource;
import io.porterlb.kube.resource.GracefulRestart;
import io.porterlb.kube.resource.ObjectMeta;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// BgpConf to [BgpConfView].
public final class ConfMapping {
    /// Graceful restart is ours alone: we keep nobody's routes, so times of keeping them have no effect.
    static final Set<String> GRACEFUL_RESTART = Set.of(
            "gracefulRestart.enabled",
            "gracefulRestart.restartTime",
            "gracefulRestart.helperOnly",
            "gracefulRestart.notificationEnabled");

    private static final UnsupportedFields FIELDS = new UnsupportedFields(
                    Set.of("as", "asPerRack.*", "routerId", "listenPort", "listenAddresses", "speaker"))
            .and(GRACEFUL_RESTART);

    private ConfMapping() {}

    /// What the view shows of a BgpConf.
    ///
    /// @throws com.google.gson.JsonParseException if the spec has another shape than the CRD allows
    public static BgpConfView view(CustomResource conf) {
        ObjectMeta metadata = conf.metadata();
        BgpConfSpec spec = Json.read(conf.spec(), BgpConfSpec.class);
        List<IpAddress> addresses = spec.listenAddresses().stream()
                .map(IpAddress::parse)
                .flatMap(Optional::stream)
                .toList();
        return new BgpConfView(
                metadata.name(),
                metadata.uid(),
                metadata.generation(),
                spec.as(),
                spec.asPerRack(),
                spec.routerId(),
                new ListenView(spec.listenPort(), addresses),
                restart(spec.gracefulRestart()),
                unsupported(conf, spec, addresses));
    }

    private static Set<String> unsupported(CustomResource conf, BgpConfSpec spec, List<IpAddress> addresses) {
        Set<String> paths = FIELDS.in(conf.spec());
        Speakers.unsupported(conf.spec(), paths);
        if (addresses.size() < spec.listenAddresses().size()) {
            paths.add("spec.listenAddresses");
        }
        return paths;
    }

    static Optional<GracefulRestartView> restart(@Nullable GracefulRestart restart) {
        return Optional.ofNullable(restart)
                .map(r -> new GracefulRestartView(
                        r.enabled() && !r.helperOnly(), r.restartTime(), r.notificationEnabled()));
    }
}
