package io.porterlb.manager.config;

/// What came of reading a file of `--cloud-config`.
public sealed interface ConfigReading {
    /// It can be followed.
    record Read(CloudConfig config) implements ConfigReading {}

    /// It can't be followed.
    ///
    /// @param sentence names file, field and what to write instead
    record Refused(String sentence) implements ConfigReading {}
}
