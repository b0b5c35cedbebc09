package io.porterlb.manager.config;

import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// The file name after `--cloud-config`; for picocli. What the file says must make sense already.
public final class CloudConfigArgument implements ITypeConverter<CloudConfigFile> {
    /// For picocli.
    public CloudConfigArgument() {}

    @Override
    public CloudConfigFile convert(String name) {
        if (name.isEmpty()) {
            return CloudConfigFile.none(); // the default in Kubernetes
        }
        Path file = Path.of(name);
        return switch (CloudConfig.read(file)) {
            case ConfigReading.Read(CloudConfig config) -> CloudConfigFile.of(file, config);
            case ConfigReading.Refused(String sentence) -> throw new TypeConversionException(sentence);
        };
    }
}
