package io.porterlb.rules.forward;

import io.porterlb.rules.command.Command;

/// A chain of others that what is forwarded goes through, as it was when it was read.
///
/// Our rule stands last, or right before the first rule that refuses everything: what comes before it, as
/// network policies and kube-proxy's source ranges, has its say. All it overrules is the end of the chain.
public sealed interface ForwardChain permits IptablesForward, NftForward {
    /// For people, as `iptables-nft FORWARD` or `inet filter forward`.
    String name();

    /// Whether the chain, at its end, drops or rejects what nothing accepted.
    boolean refuses();

    /// Whether our accept stands where it has to.
    boolean isOpen();

    /// Whether anything of ours is there.
    boolean hasOurs();

    /// Puts our accept in its place, whatever of ours was there before.
    Command opening();

    /// Takes away what is ours.
    Command closing();
}
