package io.porterlb.kube.resource;

import java.util.List;
import java.util.Map;

/// A Pod (core/v1).
public record PodResource(ObjectMeta metadata, Spec spec, Status status) implements Resource {
    public PodResource {
        metadata = ObjectMeta.orNone(metadata);
        spec = spec == null ? new Spec("", Map.of(), List.of()) : spec;
        status = status == null ? new Status("") : status;
    }

    /// `spec`.
    ///
    /// @param nodeName empty for a Pod that is not scheduled
    public record Spec(String nodeName, Map<String, String> nodeSelector, List<Container> containers) {
        public Spec {
            nodeName = Absent.text(nodeName);
            nodeSelector = Absent.map(nodeSelector);
            containers = Absent.list(containers);
        }
    }

    /// One entry of `spec.containers`.
    public record Container(String name, List<String> args) {
        public Container {
            name = Absent.text(name);
            args = Absent.list(args);
        }
    }

    /// `status`.
    ///
    /// @param phase such as `Running`
    public record Status(String phase) {
        public Status {
            phase = Absent.text(phase);
        }
    }
}
