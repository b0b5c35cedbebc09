package io.porterlb.kube.resource;

import java.util.List;

/// An object of whatever kind, reduced to the conditions in its status.
public record ConditionedResource(ObjectMeta metadata, Status status) implements Resource {
    public ConditionedResource {
        metadata = ObjectMeta.orNone(metadata);
        status = status == null ? new Status(List.of()) : status;
    }

    /// `status`.
    public record Status(List<Condition> conditions) {
        public Status {
            conditions = Absent.list(conditions);
        }
    }

    /// One entry of `status.conditions`.
    ///
    /// @param status `True`, `False` or `Unknown`
    public record Condition(String type, String status, String reason, String message) {
        public Condition {
            type = Absent.text(type);
            status = Absent.text(status);
            reason = Absent.text(reason);
            message = Absent.text(message);
        }
    }
}
