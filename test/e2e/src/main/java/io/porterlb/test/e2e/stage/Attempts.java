package io.porterlb.test.e2e.stage;

import java.util.function.Supplier;

/// Trials that a machine spoils which is busy with something else: an agent that gets no CPU for a quarter of a second
/// loses its addresses, as it has to. What is spoiled is tried again; a rule that holds on any machine is asserted
/// within the trial, and fails at once.
public final class Attempts {
    private static final int MOST = 3;

    private Attempts() {}

    /// Makes the trial until it is not spoiled, three times at most.
    ///
    /// @throws AssertionError if it was spoiled each time
    public static void run(Runnable trial) {
        for (int made = 1; ; made++) {
            try {
                trial.run();
                return;
            } catch (Spoiled spoiled) {
                if (made == MOST) {
                    throw new AssertionError(
                            "spoiled " + MOST + " times, at last since " + spoiled.getMessage(), spoiled);
                }
                System.out.println("once more, since " + spoiled.getMessage());
            }
        }
    }

    /// Within a trial: spoils it if this is not so.
    ///
    /// @param otherwise what is the case then
    public static void expect(boolean holds, Supplier<String> otherwise) {
        if (!holds) {
            throw new Spoiled(otherwise.get());
        }
    }

    private static final class Spoiled extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Spoiled(String why) {
            super(why);
        }
    }
}
