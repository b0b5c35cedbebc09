package io.porterlb.manager.flags;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// The controllers of a cloud-controller-manager (`k8s.io/cloud-provider/names`), with their older names.
public enum Controller {
    /// Makes new Nodes schedulable.
    CLOUD_NODE("cloud-node-controller", "cloud-node"),
    /// Takes away Nodes whose machine is gone.
    CLOUD_NODE_LIFECYCLE("cloud-node-lifecycle-controller", "cloud-node-lifecycle"),
    /// Gives Services their addresses.
    SERVICE_LB("service-lb-controller", "service"),
    /// Would bring routes for Pods; there is none here.
    NODE_ROUTE("node-route-controller", "route");

    private final String id;
    private final String alias;

    Controller(String id, String alias) {
        this.id = id;
        this.alias = alias;
    }

    /// Its older name, by which metrics know it (`ControllerStarted` in `k8s.io/cloud-provider/controllers`).
    public String alias() {
        return alias;
    }

    static Optional<Controller> named(String name) {
        return Arrays.stream(values())
                .filter(controller -> controller.id.equals(name) || controller.alias.equals(name))
                .findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(controller -> controller.id).collect(Collectors.joining(", "));
    }
}
