package io.porterlb.kube;

/// Whether this process may write to the cluster. Asked before each write, by any thread.
///
/// A gate alone is no fence: a process may be stopped after it has passed, and go on when another one leads. So each
/// write of the manager carries what the API server compares, and is refused if the object is no longer the one that
/// was seen:
///
/// | writer | precondition |
/// |---|---|
/// | [AddressWriter] creates | the name is the address: there can be one only |
/// | [AddressWriter] patches | UID and resourceVersion |
/// | [AddressWriter] deletes | UID and resourceVersion, as `preconditions` of the deletion |
/// | [ServiceWriter] patches | UID and resourceVersion |
/// | [NodeWriter] patches | UID and resourceVersion |
/// | [NodeWriter] deletes | UID and resourceVersion, as `preconditions` of the deletion |
/// | [StatusWriter] patches | resourceVersion, which no two objects share |
/// | [CouncilWriter] creates | the name: there is one only |
/// | [CouncilWriter] patches | UID and resourceVersion |
/// | [KeySecret] creates | the name: there is one only |
/// | [EventWriter] creates | none: an event has a name of its own, and says what was so |
/// | an election writes its Lease | resourceVersion |
@FunctionalInterface
public interface WriteGate {
    /// For a program that has no rival.
    WriteGate OPEN = () -> true;

    boolean isOpen();
}
