package io.porterlb.kube.resource;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// `status` of a PorterNode.
public record PorterNodeStatus(
        List<Session> sessions,
        @Nullable Rules rules,
        @Nullable Layer2 layer2,
        String planHash,
        String appliedAt) {
    public PorterNodeStatus {
        sessions = Absent.list(sessions);
        planHash = Absent.text(planHash);
        appliedAt = Absent.text(appliedAt);
    }

    /// `status.rules`; missing in the report of an agent that knew of none.
    public record Rules(int vips, boolean refuses, List<String> problems) {
        public Rules {
            problems = Absent.list(problems);
        }
    }

    /// `status.layer2`; missing in the report of an agent that takes no part in sharing Layer 2 addresses.
    public record Layer2(
            List<OwnedAddress> addresses,
            int more,
            List<Refusal> refusals,
            List<String> problems,
            long generation,
            boolean inForce,
            String keysVersion) {
        public Layer2 {
            addresses = Absent.list(addresses);
            refusals = Absent.list(refusals);
            problems = Absent.list(problems);
            keysVersion = Absent.text(keysVersion);
        }
    }

    /// One entry of `status.layer2.addresses`. Of many that are as they should be only the address is written.
    public record OwnedAddress(
            String address,
            @Nullable String device,
            @Nullable String state,
            @Nullable String since,
            @Nullable String message) {
        public OwnedAddress {
            address = Absent.text(address);
        }
    }

    /// One entry of `status.layer2.refusals`. No map: what a merge patch does not name in one would stay.
    public record Refusal(String eip, String reason) {
        public Refusal {
            eip = Absent.text(eip);
            reason = Absent.text(reason);
        }
    }

    /// One entry of `status.sessions`.
    public record Session(
            String peer,
            String neighborAddress,
            long localAs,
            long peerAs,
            String routerId,
            String state,
            String since,
            String reason,
            String message,
            int routesSent,
            long routesReceived,
            @Nullable Integer holdTime,
            String bfd) {
        public Session {
            peer = Absent.text(peer);
            neighborAddress = Absent.text(neighborAddress);
            routerId = Absent.text(routerId);
            state = Absent.text(state);
            since = Absent.text(since);
            reason = Absent.text(reason);
            message = Absent.text(message);
            bfd = Absent.text(bfd);
        }
    }
}
