package io.porterlb.rules.kernel;

import java.util.Optional;

/// How a program ended.
public sealed interface Outcome {
    /// With exit status 0.
    record Done(String output) implements Outcome {}

    /// In any other way, or not at all.
    ///
    /// @param why a sentence with the program's name and its own words
    record Failed(String why) implements Outcome {}

    /// What it printed; nothing where it failed.
    default String printed() {
        return switch (this) {
            case Done(String output) -> output;
            case Failed _ -> "";
        };
    }

    /// What went wrong, if anything did, as a sentence.
    default Optional<String> problem() {
        return switch (this) {
            case Done _ -> Optional.empty();
            case Failed(String why) -> Optional.of(why);
        };
    }
}
