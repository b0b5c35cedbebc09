package io.porterlb.test.e2e.paths;

import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.router.Router;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The ways from the client to an address, followed from table to table: each router's kernel says where it sends
/// packets next. A way ends at a role that is no router.
public final class Paths {
    private static final String START = "client";

    private final Map<String, Router> routers;
    private final Owners owners;

    public Paths(KubernetesCluster cluster) {
        this.routers = cluster.fabric().routers().stream()
                .collect(Collectors.toMap(Router::name, Function.identity(), (a, _) -> a, TreeMap::new));
        Set<String> roles = new LinkedHashSet<>(routers.keySet());
        cluster.nodes().forEach(node -> roles.add(node.name()));
        this.owners = Owners.of(cluster, roles);
    }

    /// Every way there is now, each as the roles that it passes after the client, sorted.
    public List<List<String>> to(String prefix) {
        List<List<String>> found = new ArrayList<>();
        follow(prefix, START, List.of(), found, new TreeMap<>());
        found.sort(Comparator.comparing(Object::toString));
        return found;
    }

    /// The nodes at which those ways end.
    public Set<String> ends(String prefix) {
        return to(prefix).stream().map(List::getLast).collect(Collectors.toSet());
    }

    /// The roles of a router's next hops.
    public Set<String> nextHops(String router, String prefix) {
        return nextHops(router, prefix, new TreeMap<>());
    }

    private void follow(
            String prefix, String at, List<String> way, List<List<String>> found, Map<String, Set<String>> asked) {
        boolean loop = way.indexOf(at) < way.size() - 1;
        if (loop || !routers.containsKey(at)) {
            found.add(way);
            return;
        }
        for (String next : nextHops(at, prefix, asked)) {
            List<String> longer = new ArrayList<>(way);
            longer.add(next);
            follow(prefix, next, longer, found, asked);
        }
    }

    private Set<String> nextHops(String router, String prefix, Map<String, Set<String>> asked) {
        return asked.computeIfAbsent(
                router,
                name -> router(name).kernelNextHops(prefix).stream()
                        .map(owners::of)
                        .collect(Collectors.toSet()));
    }

    private Router router(String name) {
        return Optional.ofNullable(routers.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no router " + name));
    }

    /// Whether no router has a route to it any more.
    public boolean gone(String prefix) {
        return routers.values().stream()
                .allMatch(router -> router.kernelNextHops(prefix).isEmpty()
                        && router.bgpNextHops(prefix).isEmpty());
    }
}
