package io.porterlb.images;

import io.porterlb.images.root.Root;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// An image that was built.
///
/// @param name with registry and tag
/// @param digest of its manifest
/// @param root its files
/// @param tar the image itself
public record BuiltImage(String name, String digest, Root root, Path tar) {
    /// The bytes of all files, as they are in a container.
    public long unpackedSize() {
        return root.files().stream()
                .filter(Files::isRegularFile)
                .mapToLong(BuiltImage::size)
                .sum();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
