package io.porterlb.desired.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.desired.Cluster;
import io.porterlb.desired.Eip;
import io.porterlb.desired.view.EipAnnouncement;
import io.porterlb.desired.view.NodeSelector;
import io.porterlb.desired.view.NodeView;
import io.porterlb.desired.view.RoutePolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackEndTest {
    private final Cluster cluster = new Cluster();
    private final Eip eip = cluster.eip("pool", "198.51.100.0/24");

    @BeforeEach
    void nodes() {
        cluster.node("n1", "10.0.0.1", Map.of("edge", "yes"));
        cluster.node("n2", "10.0.0.2", Map.of());
    }

    private List<String> hosts() {
        var pool = Optional.ofNullable(cluster.view().eips().get("pool"));
        return BackEnd.hosts(pool, Eligibility.nodes(cluster.view())).stream()
                .map(NodeView::name)
                .toList();
    }

    @Test
    void overBgpEveryNodeCarriesAnAddress() {
        assertEquals(List.of("n1", "n2"), hosts());
    }

    @Test
    void overBgpTheEipMaySelectNodes() {
        NodeSelector edge = new NodeSelector(Map.of("edge", "yes"), List.of());
        eip.announcement = new EipAnnouncement(
                RoutePolicy.NONE, OptionalLong.empty(), OptionalInt.empty(), OptionalInt.empty(), List.of(), edge);
        assertEquals(List.of("n1"), hosts());
    }

    @Test
    void overLayer2AnyOfThemMayBeTheOne() {
        eip.protocol = "layer2";
        assertEquals(List.of("n1", "n2"), hosts());
    }

    @Test
    void addressesOfAnEipThatIsGoneStayWithBgp() {
        cluster.eips.clear();
        assertEquals(List.of("n1", "n2"), hosts());
    }
}
