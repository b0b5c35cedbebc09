package io.porterlb.kube.agents;

/// What an agent that was asked has to say.
public sealed interface Answer<T> {
    /// This.
    record Said<T>(T document) implements Answer<T> {}

    /// Nothing.
    ///
    /// @param why goes on from "its agent gave no answer: "
    record Silent<T>(String why) implements Answer<T> {}
}
