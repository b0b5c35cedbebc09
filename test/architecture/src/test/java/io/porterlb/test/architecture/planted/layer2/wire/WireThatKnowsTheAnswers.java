package io.porterlb.test.architecture.planted.layer2.wire;

import io.porterlb.test.architecture.planted.layer2.answer.AnswersThatReadTheClock;

public record WireThatKnowsTheAnswers(Class<AnswersThatReadTheClock> answers) {
    public static long due() {
        return AnswersThatReadTheClock.due();
    }
}
