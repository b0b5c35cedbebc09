package io.porterlb.bgp;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A router to talk to.
///
/// @param name tells it from the others; the same name is the same peer, whatever else changes
/// @param address where it is
/// @param localAs our AS number toward it, 1 to 4294967295
/// @param peerAs its AS number, 1 to 4294967295; equal to `localAs` for an internal peer (iBGP)
/// @param routerId our BGP identifier toward it: any IPv4 address but 0.0.0.0, unlike those of all others in our AS
/// @param times of the session
/// @param transport the TCP connection
/// @param families of routes that it is offered, at least one; none twice
/// @param gracefulRestart of our side
/// @param export what holds for all routes toward it: communities come on top of a route's own, MED and local
///     preference are for routes without, prepends and places on standby add up
/// @param role what we are to it ([RFC 9234](https://www.rfc-editor.org/rfc/rfc9234)); not said if empty
/// @param strictBfd whether the session waits until BFD says that the path to the peer is up
/// @param shutdown present: it is configured, but left alone; the text is what it is told
///     ([RFC 9003](https://www.rfc-editor.org/rfc/rfc9003)), at most 255 octets in UTF-8, possibly none
public record PeerConfig(
        String name,
        PeerAddress address,
        long localAs,
        long peerAs,
        IpAddress routerId,
        SessionTimes times,
        Transport transport,
        Set<FamilyConfig> families,
        GracefulRestart gracefulRestart,
        RouteAttributes export,
        Optional<BgpRole> role,
        boolean strictBfd,
        Optional<String> shutdown) {
    private static final long MAX_AS = 0xFFFF_FFFFL;

    /// Checks every range.
    ///
    /// @throws IllegalArgumentException if a value is out of its range; the message names the peer and the field
    public PeerConfig {
        families = Set.copyOf(families);
        require(!name.isBlank(), name, "name", "is blank");
        require(localAs >= 1 && localAs <= MAX_AS, name, "localAs", "is 1 to 4294967295, not " + localAs);
        require(peerAs >= 1 && peerAs <= MAX_AS, name, "peerAs", "is 1 to 4294967295, not " + peerAs);
        boolean identifier = routerId.family() == IpFamily.V4 && routerId.low() != 0;
        require(identifier, name, "routerId", "is an IPv4 address other than 0.0.0.0, not " + routerId);
        IpFamily family = address.family();
        boolean sameFamily = transport.localAddress().map(IpAddress::family).orElse(family) == family;
        require(sameFamily, name, "localAddress", "is not of the family of " + address);
        require(!families.isEmpty(), name, "families", "is empty");
        long distinct = families.stream().map(FamilyConfig::family).distinct().count();
        require(distinct == families.size(), name, "families", "has one twice");
    }

    /// A peer at the usual port that is offered routes of the family of its address, with default timers.
    public static PeerConfig of(String name, IpAddress address, long localAs, long peerAs, IpAddress routerId) {
        return new PeerConfig(
                name,
                PeerAddress.of(address),
                localAs,
                peerAs,
                routerId,
                SessionTimes.DEFAULT,
                Transport.DEFAULT,
                Set.of(FamilyConfig.of(address.family())),
                GracefulRestart.OFF,
                RouteAttributes.DEFAULT,
                Optional.empty(),
                false,
                Optional.empty());
    }

    private static void require(boolean holds, String peer, String field, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("peer '" + peer + "': " + field + " " + rule);
        }
    }

    /// Whether the peer is in another AS (eBGP).
    public boolean external() {
        return localAs != peerAs;
    }

    /// Whether the peer is to be left alone.
    public boolean adminDown() {
        return shutdown.isPresent();
    }

    public PeerConfig withAddress(PeerAddress next) {
        return with(draft -> draft.address = next);
    }

    public PeerConfig withPeerAs(long next) {
        return with(draft -> draft.peerAs = next);
    }

    public PeerConfig withTimes(SessionTimes next) {
        return with(draft -> draft.times = next);
    }

    public PeerConfig withTransport(Transport next) {
        return with(draft -> draft.transport = next);
    }

    public PeerConfig withFamilies(FamilyConfig... next) {
        return with(draft -> draft.families = Set.of(next));
    }

    public PeerConfig withGracefulRestart(GracefulRestart next) {
        return with(draft -> draft.gracefulRestart = next);
    }

    public PeerConfig withExport(RouteAttributes next) {
        return with(draft -> draft.export = next);
    }

    public PeerConfig withRole(BgpRole next) {
        return with(draft -> draft.role = Optional.of(next));
    }

    public PeerConfig withStrictBfd(boolean next) {
        return with(draft -> draft.strictBfd = next);
    }

    public PeerConfig withShutdown(Optional<String> text) {
        return with(draft -> draft.shutdown = text);
    }

    private PeerConfig with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.finished();
    }

    /// A copy with fields that can be set, all but those that make it another peer.
    private static final class Draft {
        private final PeerConfig of;
        private PeerAddress address;
        private long peerAs;
        private SessionTimes times;
        private Transport transport;
        private Set<FamilyConfig> families;
        private GracefulRestart gracefulRestart;
        private RouteAttributes export;
        private Optional<BgpRole> role;
        private boolean strictBfd;
        private Optional<String> shutdown;

        Draft(PeerConfig of) {
            this.of = of;
            address = of.address;
            peerAs = of.peerAs;
            times = of.times;
            transport = of.transport;
            families = of.families;
            gracefulRestart = of.gracefulRestart;
            export = of.export;
            role = of.role;
            strictBfd = of.strictBfd;
            shutdown = of.shutdown;
        }

        PeerConfig finished() {
            return new PeerConfig(
                    of.name,
                    address,
                    of.localAs,
                    peerAs,
                    of.routerId,
                    times,
                    transport,
                    families,
                    gracefulRestart,
                    export,
                    role,
                    strictBfd,
                    shutdown);
        }
    }
}
