package io.porterlb.porterctl.speak;

import io.porterlb.bgp.TcpPassword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The key of TCP MD5 signatures, for all peers. The first of these counts: `--password`, `--password-file`, the
/// environment.
final class PasswordOptions {
    static final String VARIABLE = "PORTERCTL_PASSWORD";

    @Option(
            names = "--password",
            paramLabel = "P",
            description = "TCP MD5 password (RFC 2385) of all peers. Everybody on this machine can read it with ps;"
                    + " --password-file and the environment variable " + VARIABLE + " are not shown there.")
    private @Nullable String password;

    @Option(names = "--password-file", paramLabel = "FILE", description = "A file whose first line is the password.")
    private @Nullable Path file;

    /// The password, if there is one.
    ///
    /// @param environment the value of [#VARIABLE], if it is set
    /// @throws IllegalArgumentException if it can't be read, or can't be a password; the message does not quote it
    Optional<TcpPassword> password(@Nullable String environment) {
        String text = password != null ? password : file != null ? firstLine(file) : environment;
        return Optional.ofNullable(text).map(TcpPassword::of);
    }

    private static String firstLine(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().orElse("");
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalArgumentException("can't read the password from " + file + ": " + e, e);
        }
    }
}
