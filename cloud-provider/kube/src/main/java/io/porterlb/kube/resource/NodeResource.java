package io.porterlb.kube.resource;

import com.google.gson.JsonObject;
import java.util.List;

/// A Node (core/v1). Taints stay as they are written: they are sent back as a whole list.
public record NodeResource(ObjectMeta metadata, Spec spec, Status status) implements Resource {
    public NodeResource {
        metadata = ObjectMeta.orNone(metadata);
        spec = spec == null ? Spec.NONE : spec;
        status = status == null ? Status.NONE : status;
    }

    /// `spec`.
    public record Spec(String providerID, List<JsonObject> taints) {
        static final Spec NONE = new Spec("", List.of());

        public Spec {
            providerID = Absent.text(providerID);
            taints = Absent.list(taints);
        }
    }

    /// `status`.
    public record Status(List<Address> addresses, List<Condition> conditions) {
        static final Status NONE = new Status(List.of(), List.of());

        public Status {
            addresses = Absent.list(addresses);
            conditions = Absent.list(conditions);
        }
    }

    /// One entry of `status.addresses`.
    public record Address(String type, String address) {
        public Address {
            type = Absent.text(type);
            address = Absent.text(address);
        }
    }

    /// One entry of `status.conditions`.
    ///
    /// @param status `True`, `False` or `Unknown`
    public record Condition(String type, String status, String message) {
        public Condition {
            type = Absent.text(type);
            status = Absent.text(status);
            message = Absent.text(message);
        }
    }
}
