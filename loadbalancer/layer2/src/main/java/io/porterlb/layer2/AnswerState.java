package io.porterlb.layer2;

import io.porterlb.address.MacAddress;

/// How it is with an address.
public sealed interface AnswerState {
    /// Asks whether somebody has it, as long as the speaker may, and does not answer yet; also after the
    /// link was gone for more than 3 s.
    record Probing() implements AnswerState {}

    /// Answers for it, as long as the speaker may.
    record Announcing() implements AnswerState {}

    /// Somebody else on the link has it or says so. That is reported and not fought over; nor is the
    /// address given up, as [RFC 5227 2.4](https://www.rfc-editor.org/rfc/rfc5227#section-2.4) (c) allows.
    /// One that was found in use is asked for again each minute. One that is answered for goes on to be;
    /// its first announcements (31 s) are sent all the same, for an owner that is about to let go, and
    /// later ones are not. When nobody else has said for a minute that it is his, the state ends, and the
    /// address is announced as at first.
    ///
    /// @param other the MAC address of the first one that was heard
    /// @param answering whether this machine answers all the same
    record Conflict(MacAddress other, boolean answering) implements AnswerState {}

    /// Nothing can be said or heard on the link.
    ///
    /// @param why as a sentence
    record LinkDown(String why) implements AnswerState {}
}
