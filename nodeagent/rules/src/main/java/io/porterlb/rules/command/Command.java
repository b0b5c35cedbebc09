package io.porterlb.rules.command;

import java.util.List;

/// A program to run.
///
/// @param words the program and its arguments; no shell in between
/// @param input what it reads on standard input
public record Command(List<String> words, String input) {
    public Command {
        words = List.copyOf(words);
    }

    /// One that only prints.
    public static Command asking(String... words) {
        return new Command(List.of(words), "");
    }

    /// nft(8) with a script, which it applies as a whole or not at all.
    public static Command nft(String script) {
        return new Command(List.of("nft", "-f", "-"), script);
    }

    public String program() {
        return words.getFirst();
    }
}
