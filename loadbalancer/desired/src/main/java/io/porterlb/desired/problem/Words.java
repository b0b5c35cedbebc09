package io.porterlb.desired.problem;

import io.porterlb.address.IpFamily;
import java.util.List;
import java.util.Optional;

/// Parts of sentences.
public final class Words {
    private static final int SHOWN = 5;

    private Words() {}

    /// As Kubernetes writes it.
    public static String family(IpFamily family) {
        return switch (family) {
            case V4 -> "IPv4";
            case V6 -> "IPv6";
        };
    }

    /// A sentence to be added; nothing where nobody asks to share.
    static String unshared(Optional<SharingObstacle> obstacle) {
        return obstacle.map(found -> " It cannot be shared: %s.".formatted(found.words()))
                .orElse("");
    }

    static String eips(List<String> names) {
        return (names.size() == 1 ? "Eip " : "Eips ") + some(names);
    }

    /// The names, or the first few and how many more: a message has to stay readable.
    public static String some(List<String> names) {
        String shown = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
        return names.size() <= SHOWN ? shown : shown + " and " + (names.size() - SHOWN) + " more";
    }
}
