package io.porterlb.rules;

import java.util.HashSet;
import java.util.Set;

/// All that the kernel is to know.
///
/// @param vips each address once
/// @param kubeProxy whether kube-proxy's rules are in the kernel. Without them something else serves the
///     addresses, before the kernel's own filter or not at all, and a packet that comes by here is no sign
///     that nobody wants it: then nothing is refused.
public record RuleSet(Set<Vip> vips, boolean kubeProxy) {
    /// As it is given.
    ///
    /// @throws IllegalArgumentException if an address is there twice
    public RuleSet {
        vips = Set.copyOf(vips);
        requireDistinct(vips);
    }

    private static void requireDistinct(Set<Vip> vips) {
        var seen = new HashSet<>();
        for (Vip vip : vips) {
            if (!seen.add(vip.address())) {
                throw new IllegalArgumentException(vip.address() + " is there twice: give it all its ports at once");
            }
        }
    }
}
