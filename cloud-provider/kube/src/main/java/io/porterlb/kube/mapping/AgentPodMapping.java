package io.porterlb.kube.mapping;

import io.porterlb.kube.agents.AgentPod;
import io.porterlb.kube.resource.PodResource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Pod to [AgentPod].
public final class AgentPodMapping {
    private static final String CONTAINER = "porter-agent";
    private static final Pattern HEALTH_ADDRESS = Pattern.compile("--health-address=.*:(\\d{1,5})");
    private static final int DEFAULT_PORT = 10359;

    private AgentPodMapping() {}

    /// Empty for one that does not run, or is about to end.
    public static Optional<AgentPod> pod(PodResource pod) {
        boolean runs = pod.status().phase().equals("Running") && !pod.metadata().deleting();
        return runs
                ? Optional.of(new AgentPod(
                        pod.metadata().namespace(),
                        pod.metadata().name(),
                        pod.spec().nodeName(),
                        port(pod.spec()),
                        pod.spec().nodeSelector()))
                : Optional.empty();
    }

    /// Of a flag that is given twice the last counts, as in the agent.
    private static int port(PodResource.Spec spec) {
        return spec.containers().stream()
                .filter(container -> container.name().equals(CONTAINER))
                .flatMap(container -> container.args().stream())
                .map(HEALTH_ADDRESS::matcher)
                .filter(Matcher::matches)
                .map(matcher -> Integer.parseInt(matcher.group(1)))
                .reduce(DEFAULT_PORT, (_, last) -> last);
    }
}
