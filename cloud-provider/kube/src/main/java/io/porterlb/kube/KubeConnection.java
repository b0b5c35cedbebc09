package io.porterlb.kube;

import io.kubernetes.client.util.ClientBuilder;
import io.kubernetes.client.util.KubeConfig;
import io.porterlb.kube.election.LeaseClient;
import io.porterlb.kube.http.KubeApi;
import io.porterlb.kube.removal.Removal;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// A way to the API server. Watches and calls have a client each: a watch may be silent for minutes, a call must end.
public final class KubeConnection implements AutoCloseable {
    /// A dead peer is noticed after two of these.
    private static final Duration PING = Duration.ofSeconds(10);

    /// A healthy API server sends each watch a bookmark about every minute (`bookmarkFrequency` in
    /// `k8s.io/apiserver/pkg/storage/cacher`); a watch that stays silent for this long is dead, even if its
    /// connection is not.
    private static final Duration WATCH_SILENCE = Duration.ofMinutes(3);

    private static final Duration CALL = Duration.ofSeconds(10);

    /// For calls that somebody waits for: shorter than half of the time in which a leader must renew its Lease.
    private static final Duration URGENT = Duration.ofSeconds(4);

    /// Well below [#URGENT]: only a read that times out has the client ask whether the connection still lives, and
    /// take another one next time (`Http2Connection.sendDegradedPingLater` of OkHttp). A call that ends by its own
    /// time leaves a dead one in the pool.
    private static final Duration URGENT_READ = Duration.ofSeconds(3);

    private final Clients clients;
    private final KubeApi calls;
    private final KubeApi watches;

    private KubeConnection(Clients clients) throws IOException {
        this.clients = clients;
        this.calls = clients.calls();
        this.watches = clients.watches();
    }

    /// With the kubeconfig file if one is named, else as a Pod.
    ///
    /// @throws KubeException if the credentials can't be read
    public static KubeConnection open(Optional<Path> kubeconfig) {
        return open(ApiAccess.of(kubeconfig));
    }

    /// As it is said there.
    ///
    /// @throws KubeException if the credentials can't be read
    public static KubeConnection open(ApiAccess access) {
        return access.kubeconfig()
                .map(file -> connect("kubeconfig " + file, () -> ClientBuilder.kubeconfig(load(file)), access))
                .orElseGet(() -> connect("this Pod's service account", ClientBuilder::cluster, access));
    }

    /// With the current context of a kubeconfig file (client certificate, token or exec plug-in).
    ///
    /// @throws KubeException if the file can't be read or used
    public static KubeConnection fromKubeconfig(Path file) {
        return open(Optional.of(file));
    }

    private static KubeConfig load(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            KubeConfig config = KubeConfig.loadKubeConfig(reader);
            config.setFile(file.toAbsolutePath().toFile()); // relative paths in it start there
            return config;
        }
    }

    private static KubeConnection connect(String source, Credentials credentials, ApiAccess access) {
        try {
            return new KubeConnection(new Clients(credentials, access));
        } catch (IOException | RuntimeException e) { // the client throws unchecked for unreadable certificates
            throw new KubeException(
                    "No way to the API server with " + source + ": " + e.getMessage()
                            + ". Name a readable kubeconfig with --kubeconfig, or run in a Pod with a service account.",
                    e);
        }
    }

    /// The Lease of an election, with a client of its own.
    ///
    /// @param component who reports the election's events, such as `porter-manager`
    /// @param instance which one of them
    /// @throws KubeException if the credentials can't be read
    public LeaseClient lease(LeaseName name, String component, String instance, Clock clock) {
        return new LeaseCalls(name, urgent(), watches, component, instance, clock);
    }

    /// Questions about users, with a client of their own.
    ///
    /// @throws KubeException if the credentials can't be read
    public AccessReviews reviews() {
        return new AccessReviews(urgent());
    }

    private KubeApi urgent() {
        try {
            return clients.urgent();
        } catch (IOException e) {
            throw new KubeException("No further way to the API server: " + e.getMessage(), e);
        }
    }

    /// The calls that take PorterLB out of the cluster.
    public Removal removal() {
        Calls patient = new Calls(calls, WriteGate.OPEN);
        return new RemovalCalls(patient, new ServiceReleases(patient));
    }

    /// The calls that drain nodes.
    public NodeDrains drains() {
        return new NodeDrains(new Calls(calls, WriteGate.OPEN));
    }

    /// The calls that exchange the keys of agents.
    ///
    /// @param namespace of their Secret
    public KeyExchange keys(String namespace) {
        return new KeyExchange(new Calls(calls, WriteGate.OPEN), namespace);
    }

    /// The agents, to be asked.
    public Agents agents() {
        return new Agents(calls);
    }

    /// What the objects of the API server say.
    public Overview overview() {
        return new Overview(new Calls(calls, WriteGate.OPEN));
    }

    KubeApi calls() {
        return calls;
    }

    KubeApi watches() {
        return watches;
    }

    @Override
    public void close() {
        calls.close();
        watches.close();
    }

    /// Builds each client anew: they must not share one.
    private interface Credentials {
        ClientBuilder builder() throws IOException;
    }

    /// The kinds of client. A Pod's token is read again when it is renewed.
    private record Clients(Credentials credentials, ApiAccess access) {
        KubeApi calls() throws IOException {
            KubeApi api = client(CALL);
            return access.rate().isLimited()
                    ? api.limited(access.rate().perSecond(), access.rate().burst())
                    : api;
        }

        KubeApi watches() throws IOException {
            return client(WATCH_SILENCE);
        }

        KubeApi urgent() throws IOException {
            return client(URGENT_READ).within(URGENT);
        }

        private KubeApi client(Duration readTimeout) throws IOException {
            ClientBuilder builder = credentials.builder().setPingInterval(PING).setReadTimeout(readTimeout);
            access.server().ifPresent(builder::setBasePath);
            return new KubeApi(builder.build()).metered(access.onCall());
        }
    }
}
