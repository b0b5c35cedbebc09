package io.porterlb.porterctl.agents;

import io.porterlb.porterctl.options.DurationOption;
import java.time.Duration;
import picocli.CommandLine.Option;

/// Which agents are meant, and how long they have.
public final class AgentOptions {
    @Option(
            names = "--namespace",
            paramLabel = "NAME",
            defaultValue = "porterlb-system",
            description = "Where PorterLB runs. Default: ${DEFAULT-VALUE}.")
    private String namespace = "";

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "5s",
            converter = DurationOption.class,
            description = "How long each agent has to answer. Default: ${DEFAULT-VALUE}.")
    private Duration limit = Duration.ZERO;

    /// Namespace of the agents' Pods.
    public String namespace() {
        return namespace;
    }

    /// For one agent, all in all.
    public Duration limit() {
        return limit;
    }
}
