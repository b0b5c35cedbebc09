package io.porterlb.kube.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.Gson;
import io.porterlb.kube.agents.AgentPod;
import io.porterlb.kube.resource.PodResource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentPodMappingTest {
    private static Optional<AgentPod> pod(String more, String phase, String args) {
        return AgentPodMapping.pod(new Gson().fromJson("""
                {"metadata": {"namespace": "lb", "name": "porter-agent-x"%s},
                 "spec": {"nodeName": "n1", "nodeSelector": {"kubernetes.io/os": "linux"}, "containers": [
                    {"name": "sidecar", "args": ["--health-address=127.0.0.1:1"]},
                    {"name": "porter-agent", "args": [%s]}]},
                 "status": {"phase": "%s"}}
                """.formatted(more, args, phase), PodResource.class));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ""                                                                  | 10359
            "--health-address=127.0.0.1:9000"                                   | 9000
            "--health-address=127.0.0.1:9000","--health-address=[::1]:9001"     | 9001
            """)
    void thePortIsThatOfTheLastHealthAddress(String args, int port) {
        assertEquals(
                Optional.of(new AgentPod("lb", "porter-agent-x", "n1", port, Map.of("kubernetes.io/os", "linux"))),
                pod("", "Running", args));
    }

    @Test
    void oneThatDoesNotRunOrIsAboutToEndIsNone() {
        assertEquals(Optional.empty(), pod("", "Pending", "\"\""));
        assertEquals(Optional.empty(), pod(", \"deletionTimestamp\": \"2026-11-28T00:00:00Z\"", "Running", "\"\""));
    }
}
