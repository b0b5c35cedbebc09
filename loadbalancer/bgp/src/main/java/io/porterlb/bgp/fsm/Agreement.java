package io.porterlb.bgp.fsm;

import io.porterlb.bgp.FamilyConfig;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.wire.Open;
import io.porterlb.bgp.wire.value.AddressFamily;
import io.porterlb.bgp.wire.value.CodecContext;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What an acceptable OPEN of the peer and ours together mean.
final class Agreement {
    private static final int KEEPALIVES_PER_HOLD = 3;

    private final PeerConfig config;
    private final OurOffer ours;

    Agreement(PeerConfig config, OurOffer ours) {
        this.config = config;
        this.ours = ours;
    }

    /// @param plain our OPEN was without capabilities, so that none of the peer's counts either
    Negotiated of(Open open, boolean plain) {
        PeerOffer peer = PeerOffer.of(open);
        Duration hold = holdTime(open);
        Set<FamilyConfig> families = families(peer, plain);
        return new Negotiated(
                open.identifier(),
                hold,
                keepalive(hold),
                codec(open, peer, families, plain),
                families,
                !plain && hardReset(peer),
                peer);
    }

    private Duration holdTime(Open open) {
        Duration theirs = Duration.ofSeconds(open.holdTime());
        Duration proposed = config.times().hold();
        return proposed.compareTo(theirs) < 0 ? proposed : theirs;
    }

    /// A third of the hold time (RFC 4271 10), or less where that is configured.
    Duration keepalive(Duration hold) {
        Duration third = hold.dividedBy(KEEPALIVES_PER_HOLD);
        return config.times()
                .keepalive()
                .filter(configured -> configured.compareTo(third) < 0)
                .orElse(third);
    }

    Set<FamilyConfig> families(PeerOffer peer, boolean plain) {
        Predicate<AddressFamily> offered = plain ? AddressFamily.IPV4_UNICAST::equals : peer.families()::contains;
        return config.families().stream()
                .filter(family -> offered.test(family.family()))
                .map(family -> family.withAddPath(plain ? 0 : paths(family, peer)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// RFC 7911 4: only where we would send and the peer would receive.
    private static int paths(FamilyConfig family, PeerOffer peer) {
        if (!peer.takesPaths(family.family())) {
            return 0;
        }
        int limit = peer.pathsLimit(family.family()).orElse(Integer.MAX_VALUE);
        return Math.min(family.addPathSendMax(), limit);
    }

    private CodecContext codec(Open open, PeerOffer peer, Set<FamilyConfig> families, boolean plain) {
        return new CodecContext(
                !plain && open.fourOctetAs().isPresent(),
                config.external(),
                families.stream().map(FamilyConfig::family).collect(Collectors.toSet()),
                Set.of(),
                families.stream()
                        .filter(family -> family.addPathSendMax() > 0)
                        .map(FamilyConfig::family)
                        .collect(Collectors.toSet()),
                !plain && ours.extendedNextHop() && peer.extendedNextHop());
    }

    private boolean hardReset(PeerOffer peer) {
        boolean weSaidIt =
                config.gracefulRestart().enabled() && config.gracefulRestart().notification();
        return weSaidIt
                && peer.gracefulRestart().filter(gr -> gr.notification()).isPresent();
    }
}
