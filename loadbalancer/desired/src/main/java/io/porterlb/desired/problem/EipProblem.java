package io.porterlb.desired.problem;

import io.porterlb.address.AddressRange;

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
            return "spec.protocol is %s, which this version cannot announce: use bgp.".formatted(protocol);
        }
    }

    /// The addresses are IPv6.
    record Ipv6NotSupported(AddressRange range) implements EipProblem {
        @Override
        public String message() {
            return "spec.address (%s) is IPv6, which this version cannot announce: write IPv4 addresses."
                    .formatted(range);
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
