package io.porterlb.desired.problem;

/// Something that an object asks for and cannot have, as a value: the others are served all the same. Each kind is a
/// record; its name is the [#reason], which users filter events and conditions by, so a record is never renamed.
public sealed interface Problem permits ServiceProblem, EipProblem, PeerProblem, NodeProblem {
    /// CamelCase, for events and conditions.
    default String reason() {
        return getClass().getSimpleName();
    }

    /// For people: what is wrong, where (object and field or annotation) and what to do.
    String message();
}
