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

    /// The API server will not store this (HTTP 422), or has stored less; the message is its own, or ours where only we
    /// know.
    record Refused(String message) implements WriteResult {}

    /// Nothing, where the object is as wanted now.
    ///
    /// @throws NotWrittenException where it is not
    default void orThrow() throws NotWrittenException {
        switch (this) {
            case Written _, Deleted _ -> {}
            case Conflict(String message) -> throw new NotWrittenException(message);
            case AlreadyExists(String message) -> throw new NotWrittenException(message);
            case NotFound(String message) -> throw new NotWrittenException(message);
            case Refused(String message) -> throw new NotWrittenException(message);
        }
    }

    /// As [#orThrow], where an object that is gone is as good as one that is as wanted.
    default void orThrowUnlessGone() throws NotWrittenException {
        if (!(this instanceof NotFound)) {
            orThrow();
        }
    }
}
