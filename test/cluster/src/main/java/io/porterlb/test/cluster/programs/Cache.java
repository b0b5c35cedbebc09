package io.porterlb.test.cluster.programs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The folder for what takes long to build and is the same for every checkout: `$XDG_CACHE_HOME/porterlb`, by default
/// `~/.cache/porterlb`.
final class Cache {
    private Cache() {}

    static Path folder(String name) {
        String base = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(text -> !text.isBlank())
                .orElseGet(() -> System.getProperty("user.home") + "/.cache");
        try {
            return Files.createDirectories(Path.of(base, "porterlb", name));
        } catch (IOException e) {
            throw new UncheckedIOException("can't make the cache folder under " + base + ": " + e.getMessage(), e);
        }
    }
}
