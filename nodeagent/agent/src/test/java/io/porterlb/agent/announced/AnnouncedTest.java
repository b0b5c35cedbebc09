package io.porterlb.agent.announced;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.address.IpAddress;
import io.porterlb.address.Prefix;
import io.porterlb.bgp.MessageCounters;
import io.porterlb.bgp.PeerStatus;
import io.porterlb.bgp.SessionInfo;
import io.porterlb.bgp.SessionState;
import io.porterlb.bgp.wire.value.AddressFamily;
import io.porterlb.desired.plan.NextHop;
import io.porterlb.desired.plan.PlannedRoute;
import io.porterlb.desired.view.Layer2Report;
import io.porterlb.desired.view.Layer2Report.Owned;
import io.porterlb.desired.view.Layer2Report.State;
import io.porterlb.desired.view.RoutePolicy;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.kube.agents.Layer2Announcement;
import io.porterlb.kube.agents.NodeAnnouncements;
import io.porterlb.kube.agents.RouteAnnouncement;
import io.porterlb.kube.agents.RouteAnnouncement.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnnouncedTest {
    private static final Instant T0 = Instant.parse("2026-11-28T20:00:00Z");
    private static final Instant T1 = T0.plusSeconds(1);
    private static final Instant T2 = T0.plusSeconds(2);
    private static final String V4 = "198.51.100.7";
    private static final Optional<NextHop> OTHER = Optional.of(new NextHop(IpAddress.of("192.0.2.12"), 12));

    private final List<PeerStatus> sessions = new ArrayList<>();
    private final List<Layer2Announcement> layer2 = new ArrayList<>();
    private Instant now = T0;
    private final Announced announced = new Announced("n1", () -> sessions, () -> layer2, () -> now);

    private static PlannedRoute route(String address, Optional<NextHop> nextHop, boolean leaving, String... peers) {
        return new PlannedRoute(
                Prefix.host(IpAddress.of(address)),
                nextHop,
                RoutePolicy.NONE,
                0,
                OptionalLong.empty(),
                List.of(peers),
                List.of(new ServiceKey("default", "web")),
                leaving);
    }

    private static PlannedRoute route(String address, String... peers) {
        return route(address, Optional.empty(), false, peers);
    }

    private void up(String name, Instant since, Set<AddressFamily> addPath, AddressFamily... families) {
        Map<AddressFamily, Integer> sent = new HashMap<>();
        Set.of(families).forEach(family -> sent.put(family, 1));
        sessions.add(status(name, SessionState.ESTABLISHED, since, addPath, sent));
    }

    private static PeerStatus status(
            String name,
            SessionState state,
            Instant since,
            Set<AddressFamily> addPath,
            Map<AddressFamily, Integer> sent) {
        SessionInfo info = new SessionInfo(
                IpAddress.of("192.0.2.10"),
                IpAddress.of("192.0.2.1"),
                false,
                Duration.ofSeconds(3),
                Set.of(AddressFamily.IPV4_UNICAST, AddressFamily.IPV6_UNICAST),
                addPath,
                false,
                false,
                List.of(),
                sent,
                OptionalInt.empty());
        return new PeerStatus(
                name,
                Optional.empty(),
                state,
                since,
                Optional.empty(),
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.of(info),
                MessageCounters.NONE);
    }

    private List<List<String>> peers() {
        return announced.now().routes().stream()
                .map(route -> route.peers().stream().map(Told::peer).toList())
                .toList();
    }

    @Test
    void aRouteIsToldSinceItIsAnnouncedAndTheSessionIsUp() {
        announced.routes(List.of(route(V4)));
        up("early", T0.minusSeconds(9), Set.of(), AddressFamily.IPV4_UNICAST);
        up("late", T2, Set.of(), AddressFamily.IPV4_UNICAST);
        now = T1;
        announced.routes(List.of(route(V4, Optional.empty(), true))); // the same route, if it says something else
        assertEquals(
                new NodeAnnouncements(
                        "n1",
                        List.of(new RouteAnnouncement(
                                V4 + "/32",
                                "",
                                List.of("default/web"),
                                true,
                                T0.toString(),
                                List.of(new Told("early", T0.toString()), new Told("late", T2.toString())))),
                        List.of()),
                announced.now());
    }

    @Test
    void aRouteThatWasGoneForAWhileIsANewOne() {
        announced.routes(List.of(route(V4)));
        announced.routes(List.of());
        assertEquals(List.of(), announced.now().routes());
        now = T1;
        announced.routes(List.of(route(V4)));
        assertEquals(T1.toString(), announced.now().routes().getFirst().since());
    }

    @Test
    void onlyThoseAreToldForWhomItIsAndWhoHaveASessionAndTakeItsFamily() {
        announced.routes(List.of(route(V4), route("198.51.100.8", "a"), route("2001:db8::8")));
        up("a", T0, Set.of(), AddressFamily.IPV4_UNICAST);
        up("b", T0, Set.of(), AddressFamily.IPV4_UNICAST, AddressFamily.IPV6_UNICAST);
        sessions.add(status("down", SessionState.OPEN_CONFIRM, T0, Set.of(), Map.of(AddressFamily.IPV4_UNICAST, 1)));
        assertEquals(List.of(List.of("a", "b"), List.of("a"), List.of("b")), peers());
    }

    @Test
    void onePathOnlyIsToldToWhoTakesNoSecondOneAndThatIsTheBest() {
        announced.routes(List.of(route(V4), route(V4, OTHER, false)));
        up("one", T0, Set.of(), AddressFamily.IPV4_UNICAST);
        up("several", T0, Set.of(AddressFamily.IPV4_UNICAST), AddressFamily.IPV4_UNICAST);
        assertEquals(List.of(List.of("one", "several"), List.of("several")), peers());
        announced.routes(List.of(route(V4, Optional.empty(), true), route(V4, OTHER, false)));
        assertEquals(List.of(List.of("several"), List.of("one", "several")), peers());
    }

    @Test
    void layer2IsAskedEachTime() {
        assertEquals(List.of(), announced.now().layer2());
        layer2.add(new Layer2Announcement(V4, "eth0", "Announcing", true, "", T0.toString()));
        assertEquals(layer2, announced.now().layer2());
    }

    @Test
    void whatANodeReportsOfItsAddressesSaysWhetherItAnswers() {
        List<Owned> owned = Stream.of(State.values())
                .map(state -> new Owned(IpAddress.of(V4), "eth0", state, T0.toString(), "as it is"))
                .toList();
        assertEquals(
                List.of("Probing false", "Announcing true", "Contested true", "InUse false", "LinkDown false"),
                Layer2Announcements.of(Optional.of(new Layer2Report(owned, 0, Map.of(), List.of(), 1, true, "")))
                        .stream()
                        .map(answer -> answer.state() + " " + answer.answers())
                        .toList());
        assertEquals(List.of(), Layer2Announcements.of(Optional.empty()));
    }

    @Test
    void whatIsReadIsWhatWasWritten() {
        announced.routes(List.of(route(V4), route(V4, OTHER, false)));
        layer2.add(new Layer2Announcement(V4, "eth0", "Contested", true, "<02:00>", T0.toString()));
        up("a", T0, Set.of(), AddressFamily.IPV4_UNICAST);
        assertEquals(announced.now(), NodeAnnouncements.of(announced.now().toJson()));
    }
}
