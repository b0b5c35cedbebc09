package io.porterlb.test.cluster.fabric;

/// The networks that a cluster can stand in.
public enum FabricKind {
    /// The nodes' segment, one router, and a client behind it.
    SINGLE_ROUTER("single"),
    /// The nodes' rack, two leaves, two spines, two borders, and a client that learns routes from both borders.
    LEAF_SPINE("leaf-spine");

    private final String text;

    FabricKind(String text) {
        this.text = text;
    }

    /// As the command line spells it.
    @Override
    public String toString() {
        return text;
    }
}
