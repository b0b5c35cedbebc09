package io.porterlb.bfd;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// A neighbor to have a session with.
///
/// @param name tells it from the others; the same name is the same session, if it still goes the same way
/// @param peer its address
/// @param localAddress ours, of the family of `peer`; chosen by the kernel, and any, if empty
/// @param interfaceName the interface that packets leave and come by, at most 15 characters; needed for a
///     link-local peer; any if empty
/// @param minimumTtl if present, the neighbor is any number of hops away ([RFC
///     5883](https://www.rfc-editor.org/rfc/rfc5883)) and its packets must arrive with this time to live or
///     more, 1 to 255, which is for the neighbor to choose (FRR sends with 255, BIRD with 64); if empty, it is
///     on the link ([RFC 5881](https://www.rfc-editor.org/rfc/rfc5881)) and they must arrive with 255
/// @param desiredMinTx how often we would like to send, 50 ms to 60 s
/// @param requiredMinRx how often we can receive, 50 ms to 60 s
/// @param detectMultiplier how many of our packets in a row may be lost, less one; 1 to 255
/// @param passive whether to send nothing until the neighbor is heard
/// @param adminDown whether to hold the session down, and say so
public record BfdSessionConfig(
        String name,
        IpAddress peer,
        Optional<IpAddress> localAddress,
        Optional<String> interfaceName,
        OptionalInt minimumTtl,
        Duration desiredMinTx,
        Duration requiredMinRx,
        int detectMultiplier,
        boolean passive,
        boolean adminDown) {
    public static final Duration DEFAULT_INTERVAL = Duration.ofMillis(300);
    public static final int DEFAULT_MULTIPLIER = 3;
    public static final Duration LEAST_INTERVAL = Duration.ofMillis(50);
    public static final Duration LONGEST_INTERVAL = Duration.ofSeconds(60);

    private static final int MAX_OCTET = 0xFF;
    private static final Pattern INTERFACE = Pattern.compile("[^/\\s]{1,15}");

    /// Checks every range.
    ///
    /// @throws IllegalArgumentException if a value is out of its range; the message names the session and the
    ///     field
    public BfdSessionConfig {
        require(!name.isBlank(), name, "name", "is blank");
        boolean sameFamily = localAddress.isEmpty() || localAddress.get().family() == peer.family();
        require(sameFamily, name, "localAddress", "is not of the family of " + peer);
        boolean interfaceIsOne = interfaceName.isEmpty()
                || INTERFACE.matcher(interfaceName.get()).matches();
        require(interfaceIsOne, name, "interfaceName", "is 1 to 15 characters without slash and space");
        boolean reachable = !isLinkLocal(peer) || interfaceName.isPresent();
        require(reachable, name, "interfaceName", "is missing: " + peer + " is link-local");
        int ttl = minimumTtl.orElse(MAX_OCTET);
        require(isOctet(ttl), name, "minimumTtl", "is 1 to 255, not " + ttl);
        require(isInterval(desiredMinTx), name, "desiredMinTx", "is 50 ms to 60 s, not " + desiredMinTx);
        require(isInterval(requiredMinRx), name, "requiredMinRx", "is 50 ms to 60 s, not " + requiredMinRx);
        require(isOctet(detectMultiplier), name, "detectMultiplier", "is 1 to 255, not " + detectMultiplier);
    }

    /// A session with a neighbor on the link, three times 300 ms.
    public static BfdSessionConfig singleHop(String name, IpAddress peer) {
        return of(name, peer, Optional.empty(), OptionalInt.empty());
    }

    /// A session with a neighbor behind routers, three times 300 ms.
    public static BfdSessionConfig multihop(String name, IpAddress peer, int minimumTtl) {
        return of(name, peer, Optional.empty(), OptionalInt.of(minimumTtl));
    }

    /// A session with a neighbor on this interface's link, three times 300 ms; for link-local addresses.
    public static BfdSessionConfig onLink(String name, IpAddress peer, String networkInterface) {
        return of(name, peer, Optional.of(networkInterface), OptionalInt.empty());
    }

    private static BfdSessionConfig of(
            String name, IpAddress peer, Optional<String> networkInterface, OptionalInt minimumTtl) {
        return new BfdSessionConfig(
                name,
                peer,
                Optional.empty(),
                networkInterface,
                minimumTtl,
                DEFAULT_INTERVAL,
                DEFAULT_INTERVAL,
                DEFAULT_MULTIPLIER,
                false,
                false);
    }

    /// The same session at another pace: one interval for both directions.
    public BfdSessionConfig every(Duration interval, int multiplier) {
        return new BfdSessionConfig(
                name,
                peer,
                localAddress,
                interfaceName,
                minimumTtl,
                interval,
                interval,
                multiplier,
                passive,
                adminDown);
    }

    /// The same session from this address of ours.
    public BfdSessionConfig from(IpAddress local) {
        return new BfdSessionConfig(
                name,
                peer,
                Optional.of(local),
                interfaceName,
                minimumTtl,
                desiredMinTx,
                requiredMinRx,
                detectMultiplier,
                passive,
                adminDown);
    }

    /// The same session, held down or let up.
    public BfdSessionConfig heldDown(boolean down) {
        return new BfdSessionConfig(
                name,
                peer,
                localAddress,
                interfaceName,
                minimumTtl,
                desiredMinTx,
                requiredMinRx,
                detectMultiplier,
                passive,
                down);
    }

    /// Whether the neighbor may be any number of hops away.
    public boolean isMultihop() {
        return minimumTtl.isPresent();
    }

    private static boolean isLinkLocal(IpAddress address) {
        return address.family() == IpFamily.V6 && address.toInetAddress().isLinkLocalAddress();
    }

    private static boolean isOctet(int value) {
        return value >= 1 && value <= MAX_OCTET;
    }

    private static boolean isInterval(Duration interval) {
        return interval.compareTo(LEAST_INTERVAL) >= 0 && interval.compareTo(LONGEST_INTERVAL) <= 0;
    }

    private static void require(boolean holds, String session, String field, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("BFD session '" + session + "': " + field + " " + rule);
        }
    }
}
