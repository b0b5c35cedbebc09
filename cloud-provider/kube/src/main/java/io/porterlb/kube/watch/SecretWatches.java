package io.porterlb.kube.watch;

import io.porterlb.desired.view.BgpPeerView;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.EipView;
import io.porterlb.desired.view.PasswordSource;
import io.porterlb.desired.view.SecretView;
import io.porterlb.desired.view.Secrets;
import io.porterlb.kube.http.KubeApi;
import io.porterlb.kube.http.ResourceType;
import io.porterlb.kube.mapping.SecretMapping;
import io.porterlb.kube.resource.SecretResource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Watches the Secrets that BgpPeers name and, where an Eip needs it, [Secrets#LAYER2], one by one, so that no other
/// Secret is ever read. A virtual thread each.
/// Owned by the thread that takes views; any thread may ask for the troubles.
final class SecretWatches {
    private final KubeApi api;
    private final String namespace;
    private final Runnable onChange;
    private volatile Map<String, Watched> watched = Map.of();

    SecretWatches(KubeApi api, String namespace, Runnable onChange) {
        this.api = api;
        this.namespace = namespace;
        this.onChange = onChange;
    }

    /// The view with the Secrets that its BgpPeers name, as far as they have been read.
    ClusterView join(ClusterView view) {
        Set<String> names = named(view.peers().values());
        if (mayAnswer(view)) {
            names.add(Secrets.LAYER2);
        }
        watchOnly(names);
        Map<String, SecretView> read = new HashMap<>();
        Set<String> unread = new HashSet<>();
        watched.forEach((name, one) -> {
            one.secret().ifPresent(secret -> read.put(name, secret));
            if (!one.reflector().synced()) {
                unread.add(name);
            }
        });
        return view.withSecrets(new Secrets(namespace, read, unread));
    }

    /// Whether some address is, or may once have been, one that a node answers for.
    private static boolean mayAnswer(ClusterView view) {
        return view.eips().values().stream().anyMatch(EipView::overLayer2)
                || view.records().values().stream()
                        .anyMatch(record -> !view.eips().containsKey(record.eip()));
    }

    private static Set<String> named(Collection<BgpPeerView> peers) {
        return peers.stream()
                .flatMap(peer -> peer.password() instanceof PasswordSource.InSecret ref
                        ? Optional.of(ref.name()).stream()
                        : Optional.<String>empty().stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private void watchOnly(Set<String> names) {
        if (names.equals(watched.keySet())) {
            return;
        }
        Map<String, Watched> next = new HashMap<>();
        watched.forEach((name, one) -> {
            if (names.contains(name)) {
                next.put(name, one);
            } else {
                one.thread().interrupt();
            }
        });
        names.forEach(name -> next.computeIfAbsent(name, this::watch));
        watched = Map.copyOf(next);
    }

    private Watched watch(String name) {
        Source<SecretResource, SecretView> source = new Source<>(
                ResourceType.SECRET, r -> Optional.of(SecretMapping.view(r)), _ -> null, new Store<>(onChange));
        Scope scope = Scope.secret(namespace, name);
        Reflector reflector = new Reflector(source, scope, api, new SplittableRandom());
        Thread thread = Thread.ofVirtual().name("watch-" + scope.what()).start(reflector);
        return new Watched(source, reflector, thread, namespace + "/" + name);
    }

    Map<String, String> troubles() {
        Map<String, String> troubles = new TreeMap<>();
        watched.values()
                .forEach(one -> one.reflector()
                        .trouble()
                        .ifPresent(t -> troubles.put(one.reflector().kind(), t)));
        return troubles;
    }

    void close() {
        watched.values().forEach(one -> one.thread().interrupt());
    }

    /// One Secret.
    private record Watched(Source<SecretResource, SecretView> source, Reflector reflector, Thread thread, String key) {
        Optional<SecretView> secret() {
            return source.store().find(key).map(Stored::view);
        }
    }
}
