package io.porterlb.test.cluster.router;

import io.porterlb.test.cluster.network.NetworkNamespace;
import io.porterlb.test.cluster.process.Command;
import io.porterlb.test.cluster.process.Place;
import java.nio.file.Path;
import java.util.List;

/// The routing daemons that the test bed knows.
public enum RouterKind {
    FRR("FRR", "frr"),
    BIRD("BIRD", "bird2"),
    GOBGP("GoBGP", "gobgpd");

    private final String spelled;
    private final String debianPackage;

    RouterKind(String spelled, String debianPackage) {
        this.spelled = spelled;
        this.debianPackage = debianPackage;
    }

    /// A router of this kind, not yet running.
    ///
    /// @param folder for configuration and sockets; its path is short enough for a socket's (108 bytes)
    public Router router(RouterSpec spec, NetworkNamespace namespace, Place place, Path folder) {
        return switch (this) {
            case FRR -> new FrrRouter(spec, namespace, place, folder);
            case BIRD -> new BirdRouter(spec, namespace, place, folder);
            case GOBGP -> new GobgpRouter(spec, namespace, place, folder);
        };
    }

    /// Whether it puts routes into the kernel.
    public boolean forwards() {
        return this != GOBGP;
    }

    /// The version of the installed package, as `2.0.12`.
    public String version() {
        String full = Command.of(List.of("dpkg-query", "-W", "-f", "${Version}", debianPackage))
                .run();
        return full.replaceAll("^\\d+:|[-+~].*$", "");
    }

    @Override
    public String toString() {
        return spelled;
    }
}
