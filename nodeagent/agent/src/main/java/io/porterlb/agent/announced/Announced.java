package io.porterlb.agent.announced;

import io.porterlb.agent.bgp.Announcement.Way;
import io.porterlb.bgp.PeerStatus;
import io.porterlb.desired.plan.NextHop;
import io.porterlb.desired.plan.PlannedRoute;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.kube.agents.Layer2Announcement;
import io.porterlb.kube.agents.NodeAnnouncements;
import io.porterlb.kube.agents.RouteAnnouncement;
import io.porterlb.kube.agents.RouteAnnouncement.Told;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/// What the node announces, at any moment. One thread says which routes; any thread asks, and the answer is made then.
public final class Announced {
    private final String node;
    private final Supplier<List<PeerStatus>> sessions;
    private final Supplier<List<Layer2Announcement>> layer2;
    private final InstantSource clock;
    private volatile AnnouncedRoutes routes = AnnouncedRoutes.NONE;

    /// @param sessions how the sessions are at the moment of the call
    /// @param layer2 what the node answers for on its links, at the moment of the call, in order
    public Announced(
            String node,
            Supplier<List<PeerStatus>> sessions,
            Supplier<List<Layer2Announcement>> layer2,
            InstantSource clock) {
        this.node = node;
        this.sessions = sessions;
        this.layer2 = layer2;
        this.clock = clock;
    }

    /// All that the node announces by BGP from now on, in order.
    public void routes(List<PlannedRoute> all) {
        routes = routes.next(all, clock.instant());
    }

    /// Any thread.
    public NodeAnnouncements now() {
        AnnouncedRoutes announced = routes;
        List<ToldPeer> peers = sessions.get().stream()
                .flatMap(status -> ToldPeer.of(status, announced.routes()).stream())
                .toList();
        return new NodeAnnouncements(
                node,
                announced.routes().stream()
                        .map(route -> route(route, announced.since(route), peers))
                        .toList(),
                layer2.get());
    }

    private static RouteAnnouncement route(PlannedRoute route, Instant since, List<ToldPeer> peers) {
        return new RouteAnnouncement(
                route.prefix().toString(),
                route.nextHop().map(NextHop::address).map(Object::toString).orElse(""),
                route.services().stream().map(ServiceKey::toString).toList(),
                route.leaving(),
                since.toString(),
                peers.stream()
                        .filter(peer -> peer.told().contains(Way.of(route)))
                        .map(peer -> new Told(peer.name(), peer.since(since).toString()))
                        .toList());
    }
}
