package io.porterlb.manager.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.desired.plan.Drain;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.NodeView;
import io.porterlb.manager.ANode;
import io.porterlb.manager.event.Announcer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NodeWarningsTest {
    private static final NodeView OTHER = ANode.named("b").view();
    private static final NodeView DRAINED =
            ANode.named("a").annotation(Drain.ANNOTATION, "true").view();

    private final List<String> said = new ArrayList<>();
    private final NodeWarnings warnings = new NodeWarnings(new Announcer(
            (_, about, type, reason, message) -> said.add(type + " " + about.name() + " " + reason + ": " + message),
            "us"));

    private void look(NodeView... nodes) {
        Map<String, NodeView> byName = new HashMap<>();
        List.of(nodes).forEach(node -> byName.put(node.name(), node));
        ClusterView none = ClusterView.EMPTY;
        warnings.look(new ClusterView(
                none.services(),
                none.endpoints(),
                byName,
                none.namespaces(),
                none.eips(),
                none.confs(),
                none.peers(),
                none.records(),
                none.reports(),
                none.councils(),
                Optional.empty()));
    }

    @Test
    void aDrainedNodeSaysWhyOnceForEachDrain() {
        look(DRAINED, OTHER);
        look(DRAINED, OTHER);
        String drained = "NORMAL a Drained: Takes no traffic from outside because of the annotation porterlb.io/drain.";
        assertEquals(List.of(drained), said);
        look(ANode.named("a").view(), OTHER);
        look(DRAINED, OTHER);
        assertEquals(List.of(drained, drained), said);
    }

    @Test
    void whereDrainsLeaveNoNodeEachNodeSaysSo() {
        look(
                DRAINED,
                ANode.named("b").taint("node.kubernetes.io/out-of-service").view());
        List<String> warned = said.stream()
                .filter(text -> text.startsWith("WARNING"))
                .sorted()
                .toList();
        assertEquals(2, warned.size(), said.toString());
        assertTrue(warned.getLast().startsWith("WARNING b NoEligibleNode: "), warned.getLast());
        assertTrue(warned.getLast().contains("drained: a, b."), warned.getLast());
    }

    @Test
    void nodesThatTakeTrafficSayNothing() {
        look(OTHER, ANode.named("a").taint("node.kubernetes.io/unschedulable").view());
        assertEquals(List.of(), said);
    }
}
