package io.porterlb.desired.problem;

import io.porterlb.address.AddressRange;
import io.porterlb.address.IpFamily;
import io.porterlb.address.Prefix;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Why an Eip gives out no addresses at all, or is not what it says.
public sealed interface EipProblem extends Problem {
    /// `spec.address` cannot be read.
    ///
    /// @param why a sentence
    record InvalidAddress(String why) implements EipProblem {
        @Override
        public String message() {
            return "spec.address: " + why;
        }
    }

    /// An older Eip has some of the addresses.
    record Overlap(AddressRange range, String other, AddressRange otherRange) implements EipProblem {
        @Override
        public String message() {
            return "spec.address (%s) overlaps that of Eip %s (%s), which is older: take the common addresses out of one of them."
                    .formatted(range, other, otherRange);
        }
    }

    /// The label `openelb.kubesphere.io/cni` is set.
    record ManagedByCni() implements EipProblem {
        @Override
        public String message() {
            return "The label openelb.kubesphere.io/cni leaves it to the cluster's network: remove the label, or use another Eip.";
        }
    }

    /// The protocol is not announced yet.
    record ProtocolNotSupported(String protocol) implements EipProblem {
        @Override
        public String message() {
            return "spec.protocol is %s, which nothing announces: write bgp or layer2.".formatted(protocol);
        }
    }

    /// No node may announce the addresses.
    record NoNodeSelected() implements EipProblem {
        @Override
        public String message() {
            return "spec.nodeSelector selects no node, so that its addresses are announced from nowhere: change it or label a node.";
        }
    }

    /// No node has an interface for the addresses.
    record NoInterface(SortedMap<String, String> refusals) implements EipProblem {
        public NoInterface {
            refusals = Collections.unmodifiableSortedMap(new TreeMap<>(refusals));
        }

        @Override
        public String message() {
            List<String> nodes = refusals.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + entry.getValue())
                    .toList();
            return "No node can answer for its addresses; spec.interface and spec.address have to fit a node's interface. %s"
                    .formatted(Words.some(nodes));
        }
    }

    /// There is no such BgpPeer.
    record BgpPeerNotFound(List<String> peers) implements EipProblem {
        @Override
        public String message() {
            return "spec.peers names %s, which does not exist: create it, or name another BgpPeer or none for all."
                    .formatted(Words.some(peers));
        }
    }

    /// An aggregate is larger than the Eip.
    record AggregateOutsideEip(Prefix aggregate, AddressRange range) implements EipProblem {
        @Override
        public String message() {
            return "The aggregate %s reaches out of spec.address (%s), so that addresses in it are announced one by one: choose a longer aggregationLength, or let spec.address begin and end at its bounds."
                    .formatted(aggregate, range);
        }
    }

    /// No BgpPeer takes the family.
    record NoPeerOfFamily(IpFamily family) implements EipProblem {
        @Override
        public String message() {
            return "No BgpPeer takes %s routes, so that its addresses are announced nowhere: add one with an %s neighborAddress, or list %s in spec.afiSafis of one."
                    .formatted(
                            Words.family(family), Words.family(family), family == IpFamily.V4 ? "AFI_IP" : "AFI_IP6");
        }
    }

    /// More than one default Eip.
    record AnotherDefaultEip(String other) implements EipProblem {
        @Override
        public String message() {
            return "Eip %s is the default Eip and is older, so the annotation eip.openelb.kubesphere.io/is-default-eip has no effect here: remove it from one of the two."
                    .formatted(other);
        }
    }
}
