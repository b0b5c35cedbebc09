package io.porterlb.bgp.speaker;

import io.netty.util.concurrent.EventExecutor;
import io.porterlb.address.IpAddress;
import io.porterlb.bgp.PeerAddress;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.fsm.SessionFault;
import io.porterlb.bgp.net.nd.NeighborFinder;
import io.porterlb.bgp.net.nd.NeighborListener;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/// Who is at the other end of the links that peers are configured on. All on the event loop, which what the
/// finder says is handed to.
final class LinkNeighbors {
    private final NeighborFinder finder;
    private final EventExecutor loop;
    private final BiConsumer<String, IpAddress> heard;
    private final BiConsumer<String, SessionFault> failed;
    private final Map<String, Link> links = new HashMap<>();

    /// @param heard takes an interface's name, and the address of the router there
    /// @param failed takes an interface's name, and why no router can be found there
    LinkNeighbors(
            NeighborFinder finder,
            EventExecutor loop,
            BiConsumer<String, IpAddress> heard,
            BiConsumer<String, SessionFault> failed) {
        this.finder = finder;
        this.loop = loop;
        this.heard = heard;
        this.failed = failed;
    }

    /// Looks at the links of these peers, and no others. A peer that is to be left alone is not looked
    /// for.
    void configure(Collection<PeerConfig> peers) {
        Set<String> wanted = peers.stream()
                .filter(peer -> !peer.adminDown())
                .flatMap(peer -> device(peer).stream())
                .collect(Collectors.toSet());
        links.entrySet().removeIf(entry -> {
            boolean gone = !wanted.contains(entry.getKey());
            if (gone) {
                entry.getValue().close();
            }
            return gone;
        });
        wanted.forEach(device -> links.computeIfAbsent(device, Link::new));
    }

    /// The interface of a peer whose address is to be learned.
    static Optional<String> device(PeerConfig peer) {
        return switch (peer.address()) {
            case PeerAddress.OnLink(var device) -> Optional.of(device);
            case PeerAddress.At _ -> Optional.empty();
        };
    }

    /// The address last heard where this peer is.
    Optional<IpAddress> neighborOf(PeerConfig peer) {
        return device(peer).map(links::get).flatMap(link -> link.neighbor);
    }

    private final class Link implements NeighborListener {
        private final String device;
        private final NeighborFinder.Watch watch;
        private Optional<IpAddress> neighbor = Optional.empty();

        Link(String device) {
            this.device = device;
            this.watch = finder.watch(device, this);
        }

        void close() {
            watch.close();
        }

        @Override
        public void heard(IpAddress address) {
            whileWatched(() -> {
                neighbor = Optional.of(address);
                heard.accept(device, address);
            });
        }

        @Override
        public void failed(SessionFault fault) {
            whileWatched(() -> failed.accept(device, fault));
        }

        private void whileWatched(Runnable news) {
            try {
                loop.execute(() -> {
                    if (links.get(device) == this) {
                        news.run();
                    }
                });
            } catch (RejectedExecutionException e) {
                close(); // the speaker has ended
            }
        }
    }
}
