package io.porterlb.desired.view;

import java.util.Map;
import java.util.Set;

/// The Secrets that BgpPeers name, and [#LAYER2], as far as they exist.
///
/// @param namespace where they are
/// @param unread names of those of which it is not known yet whether they exist
public record Secrets(String namespace, Map<String, SecretView> byName, Set<String> unread) {
    /// The Secret whose keys agents sign with what they say to each other: [#LAYER2_KEY] and, while keys are
    /// changed, [#LAYER2_OTHER_KEY].
    public static final String LAYER2 = "porterlb-layer2";

    /// In [#LAYER2]: what messages are signed with. Text of 16 to 1,024 octets.
    public static final String LAYER2_KEY = "key";

    /// In [#LAYER2]: what messages may be signed with, too.
    public static final String LAYER2_OTHER_KEY = "otherKey";

    public Secrets {
        byName = Map.copyOf(byName);
        unread = Set.copyOf(unread);
    }
}
