package io.porterlb.ownership;

import java.nio.charset.StandardCharsets;

/// A node that takes part.
///
/// @param name of the node, 1 to 253 octets of UTF-8
/// @param endpoint where its agent is spoken to
public record Member(String name, Endpoint endpoint) {
    /// The length of a DNS subdomain, which a Node's name is.
    public static final int MAX_NAME = 253;

    public Member {
        requireName(name);
    }

    static void requireName(String name) {
        int length = name.getBytes(StandardCharsets.UTF_8).length;
        if (length < 1 || length > MAX_NAME) {
            throw new IllegalArgumentException("the name of a node has 1 to 253 octets: '" + name + "'");
        }
    }
}
