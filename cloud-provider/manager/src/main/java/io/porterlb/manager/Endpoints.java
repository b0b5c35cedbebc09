package io.porterlb.manager;

import io.porterlb.kube.AccessReviews;
import io.porterlb.kube.KubeConnection;
import io.porterlb.manager.flags.ManagerFlags;
import io.porterlb.manager.flags.SecurePortFlags;
import io.porterlb.manager.serving.Access;
import io.porterlb.manager.serving.Page;
import io.porterlb.manager.serving.SecureServer;
import io.porterlb.program.health.Check;
import io.porterlb.program.health.HealthPage;
import io.porterlb.program.health.HealthServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/// Everything that the manager serves by HTTP: health for the kubelet, and the secure port if there is one.
final class Endpoints implements AutoCloseable {
    private final List<Check> live;
    private final List<Check> ready;
    private final AccessReviews reviews;
    private final HealthServer probes;
    private final Optional<SecureServer> secure;

    /// Serves from now on.
    ///
    /// @param pages for those with a right to them, at the secure port alone
    /// @throws IOException with a sentence if an address is taken or a certificate can't be used
    Endpoints(ManagerFlags flags, List<Check> live, List<Check> ready, List<Page> pages, KubeConnection connection)
            throws IOException {
        this.live = live;
        this.ready = ready;
        this.reviews = connection.reviews();
        this.probes = HealthServer.start(flags.healthAddress(), live, ready);
        Optional<InetSocketAddress> address = flags.securePort().address();
        this.secure =
                address.isPresent() ? Optional.of(secure(address.get(), flags.securePort(), pages)) : Optional.empty();
    }

    private SecureServer secure(InetSocketAddress address, SecurePortFlags flags, List<Page> pages) throws IOException {
        Access access = new Access(flags.openPaths(), reviews);
        List<HealthPage> health = List.of(
                new HealthPage("/healthz", live), new HealthPage("/livez", live), new HealthPage("/readyz", ready));
        return SecureServer.start(address, flags.tls(), access, health, pages);
    }

    @Override
    public void close() {
        reviews.close(); // first: requests that wait for an answer of the API server end at once
        secure.ifPresent(SecureServer::close);
        probes.close();
    }
}
