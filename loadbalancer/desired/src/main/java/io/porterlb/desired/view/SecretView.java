package io.porterlb.desired.view;

import java.util.Map;

/// A Secret that the agents read.
///
/// @param resourceVersion changes with it, and tells nothing of what is in it
/// @param data by key
public record SecretView(String name, String resourceVersion, Map<String, Password> data) {
    public SecretView {
        data = Map.copyOf(data);
    }
}
