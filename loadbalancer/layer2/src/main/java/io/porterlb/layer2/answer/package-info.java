/// What is said of which address and when: pure, with the time passed in. [AnswerTable] holds the addresses of
/// one interface, each in a [Phase] that [PhaseMachine] leads on and [Phases] keeps; [Claim] is what others say
/// of addresses, [Announcements] and [Replies] are what we say.
///
/// Times are nanoseconds of one clock that only goes forward, as [System#nanoTime] has them.
package io.porterlb.layer2.answer;
