package io.porterlb.test.e2e.lifecycle;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.router.BgpSession;
import io.porterlb.test.cluster.router.FrrRouter;
import io.porterlb.test.cluster.router.Router;
import io.porterlb.test.e2e.footprint.KubeProxies;
import io.porterlb.test.e2e.install.RouterPeers;
import io.porterlb.test.e2e.stage.Wait;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What an administrator tells PorterLB, that is a pool, the AS number and the router, and what that router makes of
/// it.
public record Announcement(KubernetesCluster cluster) {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int RESTART_SECONDS = 60;
    /// Tells it; returns when every Service of the tenants has its address, and the router has it from every node.
    ///
    /// @param gracefulRestart whether the router is to keep routes while an agent restarts (RFC 4724)
    /// @return the addresses by Service
    public Map<String, String> make(boolean gracefulRestart) {
        cluster.apply(manifest(gracefulRestart));
        boolean taken = restarts(gracefulRestart);
        require("graceful restart " + gracefulRestart + ", router: " + router().sessions() + ", " + neighbors(), taken);
        return await();
    }

    private String manifest(boolean gracefulRestart) {
        return """
                apiVersion: network.kubesphere.io/v1alpha2
                kind: Eip
                metadata: {name: pool, annotations: {eip.openelb.kubesphere.io/is-default-eip: "true"}}
                spec: {address: 198.51.100.64/26, protocol: bgp}
                ---
                """
                + RouterPeers.manifest(
                        cluster.fabric(), "{enabled: %b, restartTime: %d}".formatted(gracefulRestart, RESTART_SECONDS));
    }

    /// Returns when every Service of the tenants has its address, and the router has it from every node.
    public Map<String, String> await() {
        Map<String, String> addresses = Wait.untilValue(
                PATIENCE, new Tenants(cluster)::addresses, found -> found.size() == Tenants.SERVICES.size());
        require("every Service has an address: " + addresses, addresses.size() == Tenants.SERVICES.size());
        require("the router has " + addresses + " from every node", isAnnounced(addresses.values()));
        KubeProxies.awaitAddresses(cluster, addresses.values());
        return addresses;
    }

    private boolean isAnnounced(Collection<String> addresses) {
        Set<String> nodes = new TreeSet<>();
        cluster.nodes().forEach(node -> nodes.add(node.address()));
        return Wait.until(
                PATIENCE,
                () -> addresses.stream()
                        .allMatch(address ->
                                router().kernelNextHops(address + "/32").equals(nodes)));
    }

    private static void require(String what, boolean held) {
        if (!held) {
            throw new IllegalStateException("not so after " + PATIENCE.toSeconds() + " s: " + what);
        }
    }

    /// The session is made anew when this changes.
    private boolean restarts(boolean wanted) {
        return Wait.until(
                PATIENCE,
                () -> router().sessions().stream()
                                        .filter(BgpSession::isEstablished)
                                        .count()
                                == cluster.nodes().size()
                        && neighbors().entrySet().stream().allMatch(entry -> restarts(entry.getValue()) == wanted));
    }

    private static boolean restarts(JsonElement neighbor) {
        JsonObject capabilities = neighbor.getAsJsonObject().getAsJsonObject("neighborCapabilities");
        return capabilities != null // as that of a session that is not up
                && capabilities.has("gracefulRestartRemoteTimerMsecs")
                && capabilities.get("gracefulRestartRemoteTimerMsecs").getAsInt() == RESTART_SECONDS * 1000;
    }

    private JsonObject neighbors() {
        return router().vtyshJson("show bgp neighbors json").getAsJsonObject();
    }

    private FrrRouter router() {
        return (FrrRouter) cluster.fabric().routers().getFirst();
    }

    /// The sessions with nodes that are up, by the address of the node.
    public Set<String> established() {
        Set<String> up = new TreeSet<>();
        router().sessions().stream()
                .filter(BgpSession::isEstablished)
                .map(BgpSession::peer)
                .forEach(up::add);
        return up;
    }

    /// How many of these addresses the router still knows a way to.
    public long known(Collection<String> addresses) {
        Router router = router();
        return addresses.stream()
                .map(address -> address + "/32")
                .filter(prefix -> !router.paths(prefix).isEmpty()
                        || !router.kernelNextHops(prefix).isEmpty())
                .count();
    }
}
