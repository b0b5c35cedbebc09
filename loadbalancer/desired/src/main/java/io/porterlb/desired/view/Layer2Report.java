package io.porterlb.desired.view;

import io.porterlb.address.IpAddress;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a node's agent says of the addresses that are brought to nodes by ARP and Neighbor Discovery.
///
/// @param addresses those that the node owns, in order, as far as there is room for them in a report
/// @param more how many more it owns
/// @param refusals Eips whose addresses the node can't answer for, by name, and why, as sentences
/// @param problems what else is wrong and what to do about it, as sentences
/// @param generation of the council that the agent knows
/// @param inForce whether every older council has been out of use for a second
/// @param keysVersion resourceVersion of the Secret whose keys are in use; empty while there are none
public record Layer2Report(
        List<Owned> addresses,
        int more,
        Map<String, String> refusals,
        List<String> problems,
        long generation,
        boolean inForce,
        String keysVersion) {
    public Layer2Report {
        addresses = List.copyOf(addresses);
        refusals = Map.copyOf(refusals);
        problems = List.copyOf(problems);
    }

    /// The addresses that the node has, or had while its link was up. Not those that are asked for yet or that
    /// somebody else was found to have: of them it is not known that they may be taken.
    public Stream<IpAddress> answered() {
        return addresses.stream().filter(owned -> owned.state().answered()).map(Owned::address);
    }

    /// An address that the node owns.
    ///
    /// @param device the network interface; empty where there is none
    /// @param state how it is with it
    /// @param since when that began, RFC 3339
    /// @param message what is wrong, as a sentence; empty where it is as it should be
    public record Owned(IpAddress address, String device, State state, String since, String message) {}

    /// How it is with an address.
    public enum State {
        /// Others are asked whether they have it.
        PROBING,
        /// It is answered for.
        ANNOUNCING,
        /// It is answered for, and so it is by somebody else.
        CONTESTED,
        /// Somebody else has it, so it is not answered for.
        IN_USE,
        /// Nothing can be said on the link.
        LINK_DOWN;

        private boolean answered() {
            return switch (this) {
                case ANNOUNCING, CONTESTED, LINK_DOWN -> true;
                case PROBING, IN_USE -> false;
            };
        }
    }
}
