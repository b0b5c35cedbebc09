package io.porterlb.kube;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// How to reach the API server, and how to treat it.
///
/// @param kubeconfig file with address and credentials; empty in a Pod, which has a service account
/// @param server URL that replaces the address there
/// @param rate limit of calls
/// @param onCall told of each call and watch; any thread
public record ApiAccess(Optional<Path> kubeconfig, Optional<String> server, CallRate rate, Consumer<ApiCall> onCall) {
    /// Without a limit.
    public static ApiAccess of(Optional<Path> kubeconfig) {
        return new ApiAccess(kubeconfig, Optional.empty(), CallRate.UNLIMITED, _ -> {});
    }
}
