package io.porterlb.desired.view;

import io.porterlb.address.IpAddress;
import java.util.List;
import java.util.Set;

/// A PorterCouncil (`porterlb.io/v1alpha1`): the nodes that decide who answers for a Layer 2 address. There is one
/// of these objects, named [#NAME].
///
/// @param generation counts up; the same number is the same council
/// @param now those who decide
/// @param previous those who decided before, and whose votes count as long as the change is under way
/// @param off names of nodes without a Node that somebody declares to be off, by [#OFF]
public record CouncilView(String name, long generation, Seats now, Seats previous, Set<String> off) {
    /// Name of the only one.
    public static final String NAME = "layer2";

    /// An annotation on it: names of nodes, separated by commas, that are off for certain. It says of a node whose
    /// Node is gone what [io.porterlb.desired.plan.Drain#OUT_OF_SERVICE_TAINT] says of others.
    public static final String OFF = "porterlb.io/off";

    public CouncilView {
        off = Set.copyOf(off);
    }

    /// Who decides together.
    ///
    /// @param seats in order: the first that lives proposes who should have what
    /// @param witnessed whether a witness has a vote where the number of seats is even
    public record Seats(List<Seat> seats, boolean witnessed) {
        public Seats {
            seats = List.copyOf(seats);
        }
    }

    /// A node that has a vote.
    ///
    /// @param address where its agent is spoken to
    /// @param port UDP
    public record Seat(String node, IpAddress address, int port) {}
}
