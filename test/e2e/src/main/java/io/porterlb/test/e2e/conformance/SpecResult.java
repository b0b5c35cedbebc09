package io.porterlb.test.e2e.conformance;

import java.time.Duration;

/// What became of one spec.
///
/// @param time how long it took; zero where it was not run
/// @param text why it failed or was not run; empty where it passed
record SpecResult(Spec spec, Outcome outcome, Duration time, String text) {
    enum Outcome {
        PASSED,
        FAILED,
        NOT_RUN
    }

    static SpecResult notRun(Spec spec, String why) {
        return new SpecResult(spec, Outcome.NOT_RUN, Duration.ZERO, why);
    }

    boolean isFinal() {
        return outcome != Outcome.NOT_RUN;
    }
}
