package io.porterlb.kube.resource;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// `status` of a PorterNode.
public record PorterNodeStatus(
        List<Session> sessions, @Nullable Rules rules, String planHash, String appliedAt) {
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
