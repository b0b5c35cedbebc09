package io.porterlb.test.cluster.command;

import io.porterlb.test.cluster.KubernetesCluster;
import picocli.CommandLine.Option;

/// The option that says which cluster is meant.
final class ClusterName {
    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The cluster's name (default: ${DEFAULT-VALUE}).",
            defaultValue = "porterlb")
    private String name = "porterlb";

    String name() {
        return name;
    }

    KubernetesCluster running() {
        return KubernetesCluster.find(name)
                .orElseThrow(() -> new IllegalStateException("no cluster \"" + name
                        + "\" is running: start it with \"hack/cluster up --name " + name + "\""));
    }
}
