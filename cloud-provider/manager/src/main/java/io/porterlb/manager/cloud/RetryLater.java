package io.porterlb.manager.cloud;

import io.porterlb.kube.KubeException;
import io.porterlb.kube.WriteResult;
import java.time.Duration;
import java.util.Optional;

/// Nothing is wrong, but it has to be decided again, after this time and on what the cluster looks like then:
/// `api.RetryError` of `k8s.io/cloud-provider`.
///
/// @param message why, as a sentence
public record RetryLater(Duration delay, String message) implements Ensured, Deleted {
    /// By then a view shows what the API server knew already.
    private static final Duration NEXT_VIEW = Duration.ofSeconds(1);

    /// Where a write was refused because the cluster is no longer as it was seen.
    ///
    /// @throws KubeException where the API server will not store it at all, such as by an admission policy
    public static Optional<RetryLater> unlessDone(WriteResult result) {
        return switch (result) {
            case WriteResult.Written _, WriteResult.Deleted _ -> Optional.empty();
            case WriteResult.Conflict(String message) -> later(message);
            case WriteResult.AlreadyExists(String message) -> later(message);
            case WriteResult.NotFound(String message) -> later(message);
            case WriteResult.Refused(String message) -> throw new KubeException(message);
        };
    }

    /// As [#unlessDone], where an object that is gone is as good as one that is as wanted.
    public static Optional<RetryLater> unlessDoneOrGone(WriteResult result) {
        return result instanceof WriteResult.NotFound ? Optional.empty() : unlessDone(result);
    }

    private static Optional<RetryLater> later(String message) {
        return Optional.of(new RetryLater(NEXT_VIEW, message));
    }
}
