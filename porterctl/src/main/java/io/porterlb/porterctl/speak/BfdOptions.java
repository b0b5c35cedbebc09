package io.porterlb.porterctl.speak;

import io.porterlb.address.IpAddress;
import io.porterlb.bfd.BfdSessionConfig;
import io.porterlb.porterctl.speak.text.PeerText;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Whether BFD watches the way to the peers, and how closely.
final class BfdOptions {
    /// Each router on the way takes one off ([RFC 5883 5](https://www.rfc-editor.org/rfc/rfc5883#section-5)).
    private static final int FULL_TTL = 255;

    @Option(
            names = "--bfd",
            description = "Watch the way to every peer with BFD (RFC 5880), and end its session as soon as it fails.")
    private boolean wanted;

    @Option(
            names = "--bfd-interval",
            paramLabel = "MS",
            description = "Milliseconds between BFD packets; three lost ones are a failure. Default: 300.")
    private long interval = BfdSessionConfig.DEFAULT_INTERVAL.toMillis();

    /// Empty if BFD is not wanted.
    ///
    /// @param hops how many routers away the peer may be, less one; on the link if empty
    Optional<BfdSessionConfig> session(PeerText peer, Optional<Integer> hops, Optional<IpAddress> local) {
        return wanted ? Optional.of(config(peer, hops, local)) : Optional.empty();
    }

    private BfdSessionConfig config(PeerText peer, Optional<Integer> hops, Optional<IpAddress> local) {
        BfdSessionConfig config =
                way(peer, hops).every(Duration.ofMillis(interval), BfdSessionConfig.DEFAULT_MULTIPLIER);
        return local.map(config::from).orElse(config);
    }

    private static BfdSessionConfig way(PeerText peer, Optional<Integer> hops) {
        IpAddress address = peer.address().address();
        return hops.isPresent()
                ? BfdSessionConfig.multihop(peer.name(), address, FULL_TTL + 1 - hops.get())
                : peer.address()
                        .device()
                        .map(device -> BfdSessionConfig.onLink(peer.name(), address, device))
                        .orElseGet(() -> BfdSessionConfig.singleHop(peer.name(), address));
    }
}
