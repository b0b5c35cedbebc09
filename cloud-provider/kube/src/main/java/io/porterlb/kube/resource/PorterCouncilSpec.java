package io.porterlb.kube.resource;

import java.util.List;

/// `spec` of a PorterCouncil.
public record PorterCouncilSpec(long generation, boolean witnessed, List<Seat> seats, Previous previous) {
    public PorterCouncilSpec {
        seats = Absent.list(seats);
        previous = previous == null ? new Previous(false, List.of()) : previous;
    }

    /// `spec.previous`.
    public record Previous(boolean witnessed, List<Seat> seats) {
        public Previous {
            seats = Absent.list(seats);
        }
    }

    /// One entry of `spec.seats` or `spec.previous.seats`.
    public record Seat(String node, String address, int port) {
        public Seat {
            node = Absent.text(node);
            address = Absent.text(address);
        }
    }
}
