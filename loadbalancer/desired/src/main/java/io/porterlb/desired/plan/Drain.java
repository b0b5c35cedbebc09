package io.porterlb.desired.plan;

import io.porterlb.desired.view.NodeView;
import io.porterlb.desired.view.Readiness;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// Why traffic from outside is to leave a node. A cordon (`spec.unschedulable`) is no drain: it says where
/// new Pods go, and those that are there serve on.
///
/// Each is somebody's word and no guess from silence, so each is obeyed, for the last node too.
public enum Drain {
    /// Somebody asked for it, mostly by `porterctl drain`.
    ORDERED("the annotation " + Drain.ANNOTATION),

    /// Somebody says that the node is down for good (`k8s.io/api/core/v1/well_known_taints.go`).
    OUT_OF_SERVICE("the taint " + Drain.OUT_OF_SERVICE_TAINT),

    /// The cloud provider says that the machine is off (`k8s.io/cloud-provider/api/well_known_taints.go`).
    SHUT_DOWN("the taint " + Drain.SHUTDOWN_TAINT),

    /// Its kubelet says that the machine is about to go off (KEP-2000, graceful node shutdown).
    SHUTTING_DOWN("its kubelet, which says that the node is shutting down");

    /// On a Node: drains it unless its value is false, as [Eligibility#EXCLUDE_LABEL] is read.
    public static final String ANNOTATION = "porterlb.io/drain";

    /// On a Node that its administrator knows to be off.
    public static final String OUT_OF_SERVICE_TAINT = "node.kubernetes.io/out-of-service";

    /// On a Node that a cloud provider finds shut down.
    public static final String SHUTDOWN_TAINT = "node.cloudprovider.kubernetes.io/shutdown";

    private final String words;

    Drain(String words) {
        this.words = words;
    }

    /// Who or what says so, to go on from "because of".
    public String words() {
        return words;
    }

    /// All that drain the node; none for one that takes traffic.
    public static Set<Drain> of(NodeView node) {
        Set<Drain> causes = EnumSet.allOf(Drain.class);
        causes.removeIf(cause -> !cause.holds(node));
        return Collections.unmodifiableSet(causes);
    }

    private boolean holds(NodeView node) {
        return switch (this) {
            case ORDERED -> Eligibility.isSet(node.annotations().get(ANNOTATION));
            case OUT_OF_SERVICE -> node.taints().contains(OUT_OF_SERVICE_TAINT);
            case SHUT_DOWN -> node.taints().contains(SHUTDOWN_TAINT);
            case SHUTTING_DOWN -> node.readiness() == Readiness.SHUTTING_DOWN;
        };
    }
}
