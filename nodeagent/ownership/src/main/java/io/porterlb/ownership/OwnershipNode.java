package io.porterlb.ownership;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.porterlb.address.IpAddress;
import io.porterlb.ownership.council.Event;
import io.porterlb.ownership.net.OwnershipLoop;
import io.porterlb.ownership.wire.Keys;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Takes part in the decision which node answers for which address, and says which ones this node may answer for.
///
/// One thread of its own does everything; the methods here are for any thread and only hand over. What the network
/// does is no exception: an address is had by another node then. An error of this program ends the thread, and with
/// it the lease.
///
/// ```java
/// try (OwnershipNode node = OwnershipNode.start(settings, keys, listener)) {
///     node.wanted(Map.of(IpAddress.of("192.0.2.7"), Eligibility.of("192.0.2.0/24")));
///     node.offer(Set.of("192.0.2.0/24"));
///     ...
/// }
/// ```
public final class OwnershipNode implements AutoCloseable {
    /// How many addresses there may be. Their list fits into the parts of a message, whoever has them.
    public static final int MAX_ADDRESSES = 10_000;

    /// How long the name of a capability may be, in octets of UTF-8.
    public static final int MAX_CAPABILITY = 255;

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final OwnershipLoop loop;

    private OwnershipNode(OwnershipLoop loop) {
        this.loop = loop;
    }

    /// A node that takes part, but wants nothing yet, and says nothing until it is told what it can serve ([#offer]).
    ///
    /// @param keys one or two secrets of 16 octets or more: messages are signed with the first, and accepted with
    ///     both
    /// @throws IOException if the port can't be listened at
    public static OwnershipNode start(OwnershipSettings settings, List<byte[]> keys, OwnershipListener listener)
            throws IOException {
        return new OwnershipNode(OwnershipLoop.start(settings, new Keys(keys), listener));
    }

    /// Makes this the configuration, if it is newer than the one in use.
    public void configure(Configuration configuration) {
        loop.take(new Event.Configured(configuration));
    }

    /// Makes these the addresses that somebody should answer for. This node takes none that it does not know of.
    ///
    /// @throws IllegalArgumentException if they are more than [#MAX_ADDRESSES]
    public void wanted(Map<IpAddress, Eligibility> addresses) {
        if (addresses.size() > MAX_ADDRESSES) {
            throw new IllegalArgumentException(
                    addresses.size() + " Layer 2 addresses are too many: there may be " + MAX_ADDRESSES);
        }
        loop.take(new Event.Wanted(Map.copyOf(addresses)));
    }

    /// Makes this what the node can serve. What it has and can't serve any more goes to another node, when that is
    /// ready; so does what was kept for it while it restarted. A node that is drained offers nothing.
    ///
    /// @throws IllegalArgumentException if they are more than [#MAX_ADDRESSES], or one is longer than
    ///     [#MAX_CAPABILITY]
    public void offer(Set<String> capabilities) {
        boolean fits = capabilities.stream().noneMatch(c -> c.getBytes(UTF_8).length > MAX_CAPABILITY);
        if (!fits || capabilities.size() > MAX_ADDRESSES) {
            throw new IllegalArgumentException("a node offers up to 10,000 capabilities of up to 255 octets: "
                    + capabilities.size() + " of them: " + capabilities);
        }
        loop.take(new Event.Offered(Set.copyOf(capabilities)));
    }

    /// Makes these the keys, from the next message on.
    public void keys(List<byte[]> keys) {
        loop.take(new Keys(keys));
    }

    public OwnershipStatus status() {
        return loop.status();
    }

    /// Ends, to be back soon: the addresses are kept for this node for the time of [Timing#absence]. Takes a second at
    /// most. Not to be called by the listener.
    @Override
    public void close() {
        end(true);
    }

    /// Ends for good: others get the addresses at once. Takes a second at most. Not to be called by the listener.
    public void leave() {
        end(false);
    }

    private void end(boolean backSoon) {
        loop.take(new Event.Stopping(backSoon));
        loop.join(PATIENCE);
    }
}
