package io.porterlb.images.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Properties;

/// What the build says about itself.
///
/// @param version of the modules, for instance `0.1.0-SNAPSHOT`
/// @param time that every file of an image carries, so that the same sources give the same image
public record Release(String version, Instant time) {
    /// As Maven wrote it into this module.
    public static Release current() {
        try (InputStream file = Release.class.getResourceAsStream("release.properties")) {
            Properties properties = new Properties();
            properties.load(Objects.requireNonNull(file));
            return new Release(properties.getProperty("version"), Instant.parse(properties.getProperty("time")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What images are called by: a snapshot of a version has the version's tag.
    public String tag() {
        return version.replace("-SNAPSHOT", "");
    }
}
