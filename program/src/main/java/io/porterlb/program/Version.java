package io.porterlb.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/// The version of PorterLB, which is that of all its programs.
public final class Version implements IVersionProvider {
    /// For picocli.
    public Version() {}

    /// As the build calls it, for instance `0.1.0`.
    public static String text() {
        try (InputStream file = Version.class.getResourceAsStream("version.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {"PorterLB " + text()};
    }
}
