package io.porterlb.kube;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Knows who somebody is and what they may do, for a port of ours that is as well guarded as the API server's.
public interface Reviewer {
    /// A user as the API server knows them.
    ///
    /// @param extra what else an authorizer may go by, such as the Pod of a service account's token
    record User(String name, String uid, List<String> groups, Map<String, List<String>> extra) {
        public User {
            groups = List.copyOf(groups);
            extra = Map.copyOf(extra);
        }
    }

    /// Whose token this is; empty if nobody's.
    ///
    /// @throws KubeException if there is no answer, or we may not ask
    Optional<User> userOf(String token);

    /// Whether a user may do this with a path that is no resource, such as `get` `/metrics`.
    ///
    /// @throws KubeException if there is no answer, or we may not ask
    boolean isAllowed(User user, String verb, String path);
}
