package io.porterlb.kube;

/// What became of a write. Refusals that a correct program meets are values; anything else (network, permission,
/// server fault) is a [KubeException].
public sealed interface WriteResult {
    /// The object is as wanted, at this `metadata.resourceVersion`; that holds too if nothing had to be written.
    record Written(String resourceVersion) implements WriteResult {}

    /// The object is gone, as wanted.
    record Deleted() implements WriteResult {}

    /// The object changed, or is another one of the same name. Decide again on a newer view.
    record Conflict(String message) implements WriteResult {}

    /// Somebody else created it first.
    record AlreadyExists(String message) implements WriteResult {}

    /// There is no such object any more.
    record NotFound(String message) implements WriteResult {}

    /// The API server will not store this (HTTP 422); the message is its own, or ours where we know beforehand.
    record Refused(String message) implements WriteResult {}
}
