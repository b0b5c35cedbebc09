package io.porterlb.test.cluster.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// A certificate and its private key, in PEM.
record Credentials(String certificate, String key) {
    /// Writes `NAME.crt` and `NAME.key`, the key readable by root alone.
    void write(Path folder, String name) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name + ".crt"), certificate);
            Path keyFile = folder.resolve(name + ".key");
            Files.writeString(keyFile, key);
            Files.setPosixFilePermissions(keyFile, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "Credentials";
    }
}
