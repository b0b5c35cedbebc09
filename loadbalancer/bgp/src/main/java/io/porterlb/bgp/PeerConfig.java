package io.porterlb.bgp;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/// A router to talk to.
///
/// @param name tells it from the others; the same name is the same peer, whatever else changes
/// @param address its address
/// @param port its TCP port, 1 to 65535, usually [#DEFAULT_PORT]
/// @param localAs our AS number toward it, 1 to 4294967295
/// @param peerAs its AS number, 1 to 4294967295; equal to `localAs` for an internal peer (iBGP)
/// @param routerId our BGP identifier toward it: any IPv4 address but 0.0.0.0, unlike those of all others in our AS
/// @param holdTime proposed; zero (no keepalives, so a dead peer is not noticed) or 3 to 65535 whole seconds
/// @param keepaliveInterval between KEEPALIVEs, at least 1 s; a third of the agreed hold time if empty or longer
/// @param connectRetry the longest pause between attempts, at least 1 s; 30 s if empty
/// @param localAddress to connect from, of the family of `address`; chosen by the kernel if empty
/// @param multihopTtl time to live of our packets, 1 to 255; if empty 1 to an external peer, which so must be on the
///     link, and the kernel's default to an internal one
/// @param adminDown configured, but to be left alone
public record PeerConfig(
        String name,
        IpAddress address,
        int port,
        long localAs,
        long peerAs,
        IpAddress routerId,
        Duration holdTime,
        Optional<Duration> keepaliveInterval,
        Optional<Duration> connectRetry,
        Optional<IpAddress> localAddress,
        OptionalInt multihopTtl,
        boolean adminDown) {
    /// The port of BGP.
    public static final int DEFAULT_PORT = 179;

    /// The proposal of [RFC 4271 10](https://www.rfc-editor.org/rfc/rfc4271#section-10).
    public static final Duration DEFAULT_HOLD_TIME = Duration.ofSeconds(90);

    private static final long MAX_AS = 0xFFFF_FFFFL;
    private static final Duration MIN_HOLD_TIME = Duration.ofSeconds(3);
    private static final Duration MAX_HOLD_TIME = Duration.ofSeconds(0xFFFF);
    private static final Duration MIN_INTERVAL = Duration.ofSeconds(1);

    /// Checks every range.
    ///
    /// @throws IllegalArgumentException if a value is out of its range; the message names the peer and the field
    public PeerConfig {
        require(!name.isBlank(), name, "name", "is blank");
        require(port >= 1 && port <= 0xFFFF, name, "port", "is 1 to 65535, not " + port);
        require(localAs >= 1 && localAs <= MAX_AS, name, "localAs", "is 1 to 4294967295, not " + localAs);
        require(peerAs >= 1 && peerAs <= MAX_AS, name, "peerAs", "is 1 to 4294967295, not " + peerAs);
        boolean identifier = routerId.family() == IpFamily.V4 && routerId.low() != 0;
        require(identifier, name, "routerId", "is an IPv4 address other than 0.0.0.0, not " + routerId);
        require(isHoldTime(holdTime), name, "holdTime", "is 0 or 3 to 65535 whole seconds, not " + holdTime);
        require(isInterval(keepaliveInterval), name, "keepaliveInterval", "is 1 s or more");
        require(isInterval(connectRetry), name, "connectRetry", "is 1 s or more");
        boolean sameFamily = localAddress.isEmpty() || localAddress.get().family() == address.family();
        require(sameFamily, name, "localAddress", "is not of the family of " + address);
        int ttl = multihopTtl.orElse(1);
        require(ttl >= 1 && ttl <= 0xFF, name, "multihopTtl", "is 1 to 255, not " + ttl);
    }

    /// A peer at the usual port, with default timers.
    public static PeerConfig of(String name, IpAddress address, long localAs, long peerAs, IpAddress routerId) {
        return new PeerConfig(
                name,
                address,
                DEFAULT_PORT,
                localAs,
                peerAs,
                routerId,
                DEFAULT_HOLD_TIME,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                false);
    }

    private static boolean isHoldTime(Duration time) {
        boolean inRange = time.compareTo(MIN_HOLD_TIME) >= 0 && time.compareTo(MAX_HOLD_TIME) <= 0;
        return time.isZero() || (inRange && time.equals(Duration.ofSeconds(time.toSeconds())));
    }

    private static boolean isInterval(Optional<Duration> interval) {
        return interval.isEmpty() || interval.get().compareTo(MIN_INTERVAL) >= 0;
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
}
