package io.porterlb.kube;

import io.kubernetes.client.util.ClientBuilder;
import io.kubernetes.client.util.KubeConfig;
import io.porterlb.kube.http.KubeApi;
import io.porterlb.kube.removal.Removal;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private final KubeApi calls;
    private final KubeApi watches;

    private KubeConnection(KubeApi calls, KubeApi watches) {
        this.calls = calls;
        this.watches = watches;
    }

    /// With the kubeconfig file if one is named, else as a Pod.
    ///
    /// @throws KubeException if the credentials can't be read
    public static KubeConnection open(Optional<Path> kubeconfig) {
        return kubeconfig.map(KubeConnection::fromKubeconfig).orElseGet(KubeConnection::inCluster);
    }

    /// With the current context of a kubeconfig file (client certificate, token or exec plug-in).
    ///
    /// @throws KubeException if the file can't be read or used
    public static KubeConnection fromKubeconfig(Path file) {
        return connect("kubeconfig " + file, () -> ClientBuilder.kubeconfig(load(file)));
    }

    private static KubeConfig load(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            KubeConfig config = KubeConfig.loadKubeConfig(reader);
            config.setFile(file.toAbsolutePath().toFile()); // relative paths in it start there
            return config;
        }
    }

    /// As a Pod, with its service account. The token is read again when it is renewed.
    ///
    /// @throws KubeException outside a Pod
    public static KubeConnection inCluster() {
        return connect("this Pod's service account", ClientBuilder::cluster);
    }

    private static KubeConnection connect(String source, Credentials credentials) {
        try {
            return new KubeConnection(client(credentials, CALL), client(credentials, WATCH_SILENCE));
        } catch (IOException | RuntimeException e) { // the client throws unchecked for unreadable certificates
            throw new KubeException(
                    "No way to the API server with " + source + ": " + e.getMessage()
                            + ". Name a readable kubeconfig with --kubeconfig, or run in a Pod with a service account.",
                    e);
        }
    }

    private static KubeApi client(Credentials credentials, Duration readTimeout) throws IOException {
        return new KubeApi(credentials
                .builder()
                .setPingInterval(PING)
                .setReadTimeout(readTimeout)
                .build());
    }

    /// The calls that take PorterLB out of the cluster.
    public Removal removal() {
        Calls patient = new Calls(calls);
        return new RemovalCalls(patient, new ServiceReleases(patient));
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
}
