package io.porterlb.manager.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What is wrong with a file: all of it, so that it need not be mended fault by fault. One thread.
final class Faults {
    private final List<String> sentences = new ArrayList<>();

    /// @param path of the field, such as `rules[0].zone`; empty for the whole file
    /// @param sentence what is wrong and what to write, without a full stop
    void add(String path, String sentence) {
        sentences.add((path.isEmpty() ? "" : path + ": ") + sentence + ".");
    }

    boolean isEmpty() {
        return sentences.isEmpty();
    }

    String in(String file) {
        return sentences.stream().map(sentence -> file + ": " + sentence).collect(Collectors.joining(" "));
    }
}
