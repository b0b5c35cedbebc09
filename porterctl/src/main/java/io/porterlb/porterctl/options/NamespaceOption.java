package io.porterlb.porterctl.options;

import picocli.CommandLine.Option;

/// Which namespace PorterLB is in.
public final class NamespaceOption {
    @Option(
            names = "--namespace",
            paramLabel = "NAME",
            defaultValue = "porterlb-system",
            description = "Where PorterLB runs. Default: ${DEFAULT-VALUE}.")
    private String namespace = "";

    public String namespace() {
        return namespace;
    }
}
