package io.porterlb.desired.plan;

import io.porterlb.desired.hash.ShortHash;
import io.porterlb.desired.problem.PeerProblem;
import io.porterlb.desired.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// All that one node has to do.
///
/// @param speaker the BGP speaker; empty where no BgpPeer that can be used selects the node
/// @param routes what the speaker announces, those that are leaving for a short while yet; in order, no prefix twice
///     with the same next hop
/// @param layer2 what this or another node has to answer for on its link
/// @param vips what the kernel has to know, in order, each address once
/// @param peerProblems BgpPeers that select the node and get no session, by name
/// @param problems what else is wrong
public record NodePlan(
        String node,
        Optional<SpeakerPlan> speaker,
        List<PlannedRoute> routes,
        Layer2Plan layer2,
        List<VipPlan> vips,
        Map<String, PeerProblem> peerProblems,
        List<Problem> problems) {
    public NodePlan {
        routes = List.copyOf(routes);
        vips = List.copyOf(vips);
        peerProblems = Map.copyOf(peerProblems);
        problems = List.copyOf(problems);
    }

    /// A node that has nothing to do.
    public static NodePlan none(String node) {
        return new NodePlan(node, Optional.empty(), List.of(), Layer2Plan.NONE, List.of(), Map.of(), List.of());
    }

    /// Names what the plan asks of the node (speaker, routes and addresses), the same in every process: 16
    /// hexadecimal digits. What nodes share among themselves is no part of it: it changes on all of them at once.
    /// The text of a password does not show what it is.
    public String hash() {
        return ShortHash.of(
                Stream.of(speaker.stream(), routes.stream(), vips.stream()).flatMap(part -> part));
    }
}
