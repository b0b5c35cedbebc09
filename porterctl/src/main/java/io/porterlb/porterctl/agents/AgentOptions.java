package io.porterlb.porterctl.agents;

import io.porterlb.porterctl.options.DurationOption;
import io.porterlb.porterctl.options.NamespaceOption;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Which agents are meant, and how long they have.
public final class AgentOptions {
    @Mixin
    private NamespaceOption place = new NamespaceOption();

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "5s",
            converter = DurationOption.class,
            description = "How long each agent has to answer. Default: ${DEFAULT-VALUE}.")
    private Duration limit = Duration.ZERO;

    /// Namespace of the agents' Pods.
    public String namespace() {
        return place.namespace();
    }

    /// For one agent, all in all.
    public Duration limit() {
        return limit;
    }
}
