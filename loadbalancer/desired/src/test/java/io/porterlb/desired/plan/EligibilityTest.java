package io.porterlb.desired.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.desired.Cluster;
import io.porterlb.desired.view.NodeView;
import io.porterlb.desired.view.Readiness;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The stable node set of the service controller of `k8s.io/cloud-provider`.
class EligibilityTest {
    private final Cluster cluster = new Cluster();

    private void node(Set<String> taints, boolean deleting, boolean unreachable) {
        Readiness readiness = unreachable ? Readiness.UNKNOWN : Readiness.READY;
        cluster.nodes.put(
                "n",
                new NodeView(
                        "n", "uid", Cluster.START, Map.of(), Map.of(), "", List.of(), taints, deleting, readiness));
    }

    private int eligible() {
        return Eligibility.nodes(cluster.view()).size();
    }

    @Test
    void nodesComeInOrderOfTheirNames() {
        List.of("n2", "n3", "n1").forEach(name -> cluster.node(name, "10.0.0.1", Map.of()));
        assertEquals(
                List.of("n1", "n2", "n3"),
                Eligibility.nodes(cluster.view()).stream().map(NodeView::name).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "true,0",
        "1,0",
        "t,0",
        "T,0",
        "TRUE,0",
        "'',0",
        "yes,0",
        "fALSE,0",
        "' false',0",
        "false,1",
        "0,1",
        "f,1",
        "F,1",
        "False,1",
        "FALSE,1"
    })
    void excludeLabelIsReadAsABooleanAndWhatIsNoneExcludes(String value, int eligible) {
        cluster.node("n", "10.0.0.1", Map.of(Eligibility.EXCLUDE_LABEL, value));
        assertEquals(eligible, eligible());
    }

    @Test
    void aNodeThatIsBeingDeletedOrThatTheAutoscalerIsAboutToDeleteIsLeftOut() {
        node(Set.of(), true, false);
        assertEquals(0, eligible());
        node(Set.of("ToBeDeletedByClusterAutoscaler"), false, false);
        assertEquals(0, eligible());
    }

    @Test
    void readinessCordonAndTheUninitializedTaintDoNotMatter() {
        node(Set.of("node.kubernetes.io/unschedulable", "node.cloudprovider.kubernetes.io/uninitialized"), false, true);
        assertEquals(1, eligible());
    }
}
