package io.porterlb.test.cluster.process;

/// Hears what long work is doing, a sentence at a time. Called from any thread.
@FunctionalInterface
public interface Progress {
    void says(String step);

    /// Tells nobody.
    static Progress silent() {
        return _ -> {};
    }
}
