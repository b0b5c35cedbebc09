package io.porterlb.rules.kernel;

import io.porterlb.rules.forward.ForwardChain;
import java.util.List;
import java.util.Optional;

/// What was found in the kernel.
///
/// @param kubeProxy whether kube-proxy's rules are there, of its mode iptables, nftables or ipvs; empty where that
///     can't be told now
/// @param chains those of others that our accept belongs into: iptables' FORWARD wherever it exists, since its
///     policy may turn to DROP at any moment (Docker does that), and others where they refuse
/// @param problems what could not be read, as sentences
public record KernelState(Optional<Boolean> kubeProxy, List<ForwardChain> chains, List<String> problems) {
    public KernelState {
        chains = List.copyOf(chains);
        problems = List.copyOf(problems);
    }
}
