package io.porterlb.kube;

import io.porterlb.desired.view.Password;
import java.util.Optional;

/// What agents sign with what they say to each other, as it stands in their Secret. Keys are exchanged in
/// three steps, and each begins when all agents have taken the one before: they accept a new key beside the
/// old one, they sign with it and accept the old one, and they forget the old one. So those that are one step
/// apart always understand each other.
///
/// @param resourceVersion of the Secret
/// @param key that is signed with
/// @param other that is accepted, too, while keys are exchanged
/// @param switched whether `key` is the new one already
public record AgentKeys(String resourceVersion, Password key, Optional<Password> other, boolean switched) {
    /// The first step: a new key is accepted.
    public AgentKeys adding(Password fresh) {
        return new AgentKeys(resourceVersion, key, Optional.of(fresh), false);
    }

    /// The step after this one; the same where keys are not being exchanged.
    public AgentKeys next() {
        return switched
                ? new AgentKeys(resourceVersion, key, Optional.empty(), false)
                : other.map(fresh -> new AgentKeys(resourceVersion, fresh, Optional.of(key), true))
                        .orElse(this);
    }

    AgentKeys at(String version) {
        return new AgentKeys(version, key, other, switched);
    }
}
