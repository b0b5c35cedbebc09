package io.porterlb.test.architecture.planted.layer2.answer;

public final class AnswersThatReadTheClock {
    private AnswersThatReadTheClock() {}

    public static long due() {
        return System.nanoTime();
    }
}
