package io.porterlb.bgp.peer;

import io.porterlb.address.IpAddress;
import io.porterlb.bgp.PeerAddress;
import io.porterlb.bgp.PeerConfig;
import java.util.Optional;

/// A peer's configuration, and where it is: at the configured address, or at the one learned on its link.
final class Whereabouts {
    private PeerConfig configured;
    private Optional<IpAddress> learned = Optional.empty();

    Whereabouts(PeerConfig configured) {
        this.configured = configured;
    }

    PeerConfig configured() {
        return configured;
    }

    /// The configuration with the learned address in it, if there is one.
    PeerConfig known() {
        return switch (configured.address()) {
            case PeerAddress.At _ -> configured;
            case PeerAddress.OnLink(var device) ->
                learned.map(address -> configured.withAddress(new PeerAddress.At(address, Optional.of(device))))
                        .orElse(configured);
        };
    }

    /// What was learned on one link says nothing of another.
    void use(PeerConfig next) {
        if (!next.address().equals(configured.address())) {
            learned = Optional.empty();
        }
        configured = next;
    }

    /// True if this is the first address.
    boolean learn(IpAddress address) {
        boolean first = learned.isEmpty();
        learned = Optional.of(address);
        return first;
    }
}
