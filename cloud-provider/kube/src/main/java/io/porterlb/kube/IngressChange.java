package io.porterlb.kube;

import io.porterlb.address.IpAddress;
import java.util.List;
import java.util.Set;

/// What is written to `status.loadBalancer.ingress` of a Service. The list is atomic in the API: it is sent whole.
public sealed interface IngressChange {
    /// It shows these and nothing else.
    record Show(List<IpAddress> addresses) implements IngressChange {
        public Show {
            addresses = List.copyOf(addresses);
        }
    }

    /// These entries go, as they are written there; what others have in it stays as they wrote it.
    record Remove(Set<String> entries) implements IngressChange {
        public Remove {
            entries = Set.copyOf(entries);
        }
    }

    /// Whether the Service shows no address of ours afterwards.
    default boolean clears() {
        return switch (this) {
            case Show(var addresses) -> addresses.isEmpty();
            case Remove _ -> true;
        };
    }
}
