package io.porterlb.rules.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/// The tables of iptables' legacy back end that exist. The kernel says so itself: its program, when asked,
/// would make the table.
final class LegacyTables {
    private LegacyTables() {}

    /// Their names.
    ///
    /// @param family `ip` or `ip6`
    /// @return empty also where the kernel does without that back end
    static Set<String> of(String family) {
        // Of this thread: /proc/net is about the namespace of the process's first one
        Path file = Path.of("/proc/thread-self/net", family + "_tables_names");
        try {
            return Files.exists(file) ? Set.copyOf(Files.readAllLines(file)) : Set.of();
        } catch (IOException e) {
            return Set.of();
        }
    }
}
