package io.porterlb.manager.flags;

import static io.porterlb.manager.flags.FlagGroup.outside;
import static io.porterlb.manager.flags.FlagGroup.unless;

import io.porterlb.manager.council.CouncilSettings;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/// How the agents share Layer 2 addresses.
public final class Layer2Flags implements FlagGroup {
    private static final String NO_WITNESS = "none";
    private static final String LEASE = "lease";

    @Option(
            names = "--layer2-port",
            paramLabel = "PORT",
            defaultValue = "10361",
            description = "UDP port at which porter-agents speak to each other; theirs must be the same. Default:"
                    + " ${DEFAULT-VALUE}.")
    private int port = 10_361;

    @Option(
            names = "--layer2-witness",
            paramLabel = "none|lease",
            defaultValue = NO_WITNESS,
            description = "Who has a vote where the nodes that decide who answers for an address are even in number:"
                    + " none, so that half of them keep what they have when the others are silent, or the Lease"
                    + " porterlb-layer2, so that the half that can still write it takes over."
                    + " Default: ${DEFAULT-VALUE}.")
    private String witness = NO_WITNESS;

    @Option(
            names = "--namespace",
            paramLabel = "NAME",
            defaultValue = "${env:POD_NAMESPACE:-porterlb-system}",
            description = "Namespace of the Secret porterlb-layer2, with the keys of the porter-agents. Default: the"
                    + " environment variable POD_NAMESPACE, else porterlb-system.")
    private String namespace = "porterlb-system";

    @Override
    public Stream<String> faults() {
        return Stream.of(
                        outside("--layer2-port", port, 1, 0xFFFF),
                        unless(
                                witness.equals(NO_WITNESS) || witness.equals(LEASE),
                                "--layer2-witness=" + witness + " is not known: write none or lease."),
                        unless(!namespace.isBlank(), "--namespace is empty: write the namespace that it runs in."))
                .flatMap(faults -> faults);
    }

    /// How the council is to be.
    public CouncilSettings council() {
        return new CouncilSettings(port, witness.equals(LEASE));
    }

    /// Where the agents' keys are.
    public String namespace() {
        return namespace;
    }
}
