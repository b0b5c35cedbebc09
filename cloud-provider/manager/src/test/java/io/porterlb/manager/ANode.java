package io.porterlb.manager;

import io.porterlb.desired.view.NodeAddress;
import io.porterlb.desired.view.NodeView;
import io.porterlb.desired.view.Readiness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A Node to be put together by a test; ready, and with nothing else.
public final class ANode {
    private final String name;
    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, String> annotations = new HashMap<>();
    private final List<NodeAddress> addresses = new ArrayList<>();
    private final Set<String> taints = new HashSet<>();
    private String providerID = "";
    private boolean deleting;
    private Readiness readiness = Readiness.READY;

    private ANode(String name) {
        this.name = name;
    }

    public static ANode named(String name) {
        return new ANode(name);
    }

    public ANode label(String key, String value) {
        labels.put(key, value);
        return this;
    }

    public ANode annotation(String key, String value) {
        annotations.put(key, value);
        return this;
    }

    /// Adds to `status.addresses`: type, address, type, address …
    public ANode addresses(String... typesAndAddresses) {
        for (int i = 0; i < typesAndAddresses.length; i += 2) {
            addresses.add(new NodeAddress(typesAndAddresses[i], typesAndAddresses[i + 1]));
        }
        return this;
    }

    public ANode taint(String key) {
        taints.add(key);
        return this;
    }

    public ANode providerID(String id) {
        providerID = id;
        return this;
    }

    public ANode deleting() {
        deleting = true;
        return this;
    }

    public ANode is(Readiness now) {
        readiness = now;
        return this;
    }

    public NodeView view() {
        return new NodeView(
                name,
                name + "-uid",
                Instant.EPOCH,
                labels,
                annotations,
                providerID,
                addresses,
                taints,
                deleting,
                readiness);
    }
}
