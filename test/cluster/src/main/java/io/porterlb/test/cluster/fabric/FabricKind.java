package io.porterlb.test.cluster.fabric;

import java.util.Arrays;

/// The networks that a cluster can stand in.
public enum FabricKind {
    /// The nodes' segment, one router, and a client behind it.
    SINGLE_ROUTER("single"),
    /// The same, and two hosts on the nodes' segment: a client, and one that looks on.
    SEGMENT("segment"),
    /// The nodes' rack, two leaves, two spines, two borders, and a client that learns routes from both borders.
    LEAF_SPINE("leaf-spine");

    private final String text;

    FabricKind(String text) {
        this.text = text;
    }

    /// The one that is spelled so.
    public static FabricKind of(String text) {
        return Arrays.stream(values())
                .filter(value -> value.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no fabric \"" + text + "\": use one of " + Arrays.toString(values())));
    }

    /// As the command line spells it.
    @Override
    public String toString() {
        return text;
    }
}
