package io.porterlb.porterctl.uninstall;

import java.io.Console;
import java.util.Optional;

/// Asks whoever sits at the terminal.
interface Question {
    /// The answer, or empty if nobody sits there.
    Optional<String> ask(String text);

    /// At the terminal of this process.
    static Question atTheTerminal() {
        return text -> Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readLine("%s", text))
                .or(Optional::empty);
    }
}
