package io.porterlb.rules.check;

import io.porterlb.address.IpFamily;
import java.util.List;
import java.util.Set;

/// How a node is set.
///
/// @param forwarding the families that the kernel forwards
/// @param strictReversePath interfaces with an own IPv4 address and a strict reverse path filter, sorted
/// @param closedChains chains of the forward hook that drop or reject at their end and lack our accept
/// @param ipvs whether kube-proxy runs or ran in its mode ipvs: the interface kube-ipvs0 is there
/// @param strictArp whether the kernel answers ARP only on the interface that has the address (`arp_ignore`
///     from 1 on, `arp_announce` 2)
/// @param detectsLocal whether kube-proxy knows which traffic is from Pods; also where it can't be told
public record NodeFacts(
        Set<IpFamily> forwarding,
        List<String> strictReversePath,
        List<String> closedChains,
        boolean ipvs,
        boolean strictArp,
        boolean detectsLocal) {
    public NodeFacts {
        forwarding = Set.copyOf(forwarding);
        strictReversePath = List.copyOf(strictReversePath);
        closedChains = List.copyOf(closedChains);
    }
}
