package io.porterlb.ownership.message;

import io.porterlb.address.IpAddress;
import java.util.Set;

/// What a node says of itself.
///
/// @param claims the addresses that it has or wants
/// @param capabilities what it can serve; none while it is drained
/// @param backSoon whether it stops now, answers for nothing, and wants its addresses kept for it
public record Statement(Set<IpAddress> claims, Set<String> capabilities, boolean backSoon) {
    public static final Statement EMPTY = new Statement(Set.of(), Set.of(), false);

    public Statement {
        claims = Set.copyOf(claims);
        capabilities = Set.copyOf(capabilities);
    }
}
