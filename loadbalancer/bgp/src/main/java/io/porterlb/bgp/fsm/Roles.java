package io.porterlb.bgp.fsm;

import io.porterlb.bgp.BgpRole;
import io.porterlb.bgp.PeerConfig;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which roles go together ([RFC 9234 4.2](https://www.rfc-editor.org/rfc/rfc9234#section-4.2)).
final class Roles {
    private Roles() {}

    /// The peer's role in words, if ours does not allow it; empty if all is well, or one of us says none.
    static Optional<String> refused(PeerConfig config, Set<Integer> theirs) {
        if (!config.external() || config.role().isEmpty() || theirs.isEmpty()) {
            return Optional.empty();
        }
        int wanted = counterpart(config.role().get()).value();
        return theirs.equals(Set.of(wanted)) ? Optional.empty() : Optional.of(words(theirs));
    }

    private static BgpRole counterpart(BgpRole ours) {
        return switch (ours) {
            case PROVIDER -> BgpRole.CUSTOMER;
            case CUSTOMER -> BgpRole.PROVIDER;
            case RS -> BgpRole.RS_CLIENT;
            case RS_CLIENT -> BgpRole.RS;
            case PEER -> BgpRole.PEER;
        };
    }

    private static String words(Set<Integer> roles) {
        return roles.stream().sorted().map(Roles::word).collect(Collectors.joining(" and "));
    }

    private static String word(int value) {
        return Arrays.stream(BgpRole.values())
                .filter(role -> role.value() == value)
                .map(BgpRole::name)
                .findFirst()
                .orElse("role " + value);
    }
}
