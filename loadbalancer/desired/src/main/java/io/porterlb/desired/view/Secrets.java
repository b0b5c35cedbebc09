package io.porterlb.desired.view;

import java.util.Map;
import java.util.Set;

/// The Secrets that BgpPeers name, as far as they exist.
///
/// @param namespace where they are
/// @param unread names of those of which it is not known yet whether they exist
public record Secrets(String namespace, Map<String, SecretView> byName, Set<String> unread) {
    public Secrets {
        byName = Map.copyOf(byName);
        unread = Set.copyOf(unread);
    }
}
