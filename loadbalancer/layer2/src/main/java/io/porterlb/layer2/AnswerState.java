package io.porterlb.layer2;

import io.porterlb.address.MacAddress;

/// How it is with an address.
public sealed interface AnswerState {
    /// Asks whether somebody has it, and does not answer yet.
    record Probing() implements AnswerState {}

    /// Answers for it, as long as the speaker may.
    record Announcing() implements AnswerState {}

    /// Somebody else on the link has it or says so. That is not fought over ([RFC 5227
    /// 2.4](https://www.rfc-editor.org/rfc/rfc5227#section-2.4)): an address that was found in use is asked for
    /// again each minute; one that is answered for goes on to be, and the state ends when the other has been
    /// silent for a minute.
    ///
    /// @param other the MAC address of the first one that was heard
    /// @param answering whether this machine answers all the same
    record Conflict(MacAddress other, boolean answering) implements AnswerState {}

    /// Nothing can be said or heard on the link.
    ///
    /// @param why as a sentence
    record LinkDown(String why) implements AnswerState {}
}
