package io.porterlb.porterctl.speak;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.bfd.BfdSessionConfig;
import io.porterlb.bgp.FamilyConfig;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.SessionTimes;
import io.porterlb.bgp.TcpPassword;
import io.porterlb.bgp.TimeToLive;
import io.porterlb.bgp.Transport;
import io.porterlb.porterctl.speak.text.PeerText;
import io.porterlb.porterctl.speak.text.RouteText;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that say with whom to speak, and how. All but `--peer` hold for every peer.
final class SessionOptions {
    /// As many paths as the peer takes.
    private static final int ALL_PATHS = 0xFFFF;

    @Option(names = "--as", paramLabel = "N", required = true, description = "Our AS number, 1 to 4294967295.")
    private long as;

    @Option(
            names = "--router-id",
            paramLabel = "A",
            required = true,
            converter = Converters.Address.class,
            description = "Our BGP identifier, an IPv4 address.")
    private IpAddress routerId = IpAddress.of("0.0.0.0");

    @Option(
            names = "--peer",
            paramLabel = "ADDR[:PORT]:AS",
            required = true,
            converter = Converters.Peer.class,
            description =
                    "A router to speak with; repeatable. An IPv6 address stands in brackets, a link-local one with"
                            + " its interface: [fe80::1%%eth0]:65001.")
    private final List<PeerText> peers = new ArrayList<>();

    @Option(
            names = "--listen",
            paramLabel = "ADDR:PORT",
            converter = Converters.Endpoint.class,
            description = "Take connections of peers there; repeatable. By default nothing listens.")
    private final List<InetSocketAddress> listen = new ArrayList<>();

    @Option(names = "--passive", description = "Wait for the peers to connect instead of connecting; needs --listen.")
    private boolean passive;

    @Option(
            names = "--local-address",
            paramLabel = "ADDR",
            converter = Converters.Address.class,
            description = "Connect from this address. Default: the kernel chooses.")
    private @Nullable IpAddress localAddress;

    @Mixin
    private final PasswordOptions password = new PasswordOptions();

    @Option(
            names = "--ttl-security",
            description = "Take packets from directly connected peers only (GTSM, RFC 5082); they must do the same.")
    private boolean ttlSecurity;

    @Option(
            names = "--multihop",
            paramLabel = "N",
            description = "External peers may be N hops away. Default: 1, except for peers in our AS.")
    private Optional<Integer> multihop = Optional.empty();

    @Mixin
    private final BfdOptions bfd = new BfdOptions();

    @Option(names = "--addpath", description = "Announce several paths of a prefix to peers that take them (RFC 7911).")
    private boolean addPath;

    @Option(
            names = "--hold",
            paramLabel = "S",
            description = "Hold time in seconds: 3 to 65535, or 0 for none. Default: 90.")
    private long hold = SessionTimes.DEFAULT.hold().toSeconds();

    @Option(
            names = "--family",
            paramLabel = "ipv4|ipv6",
            converter = FamilyOption.class,
            description = "Offer the peers routes of this family; repeatable. Default: that of the peer's address.")
    private final Set<IpFamily> families = new LinkedHashSet<>();

    /// Checks what no single option can know.
    ///
    /// @param environment the value of [PasswordOptions#VARIABLE], if it is set
    /// @throws IllegalArgumentException if something does not fit; the message is for the user
    SpeakSettings settings(@Nullable String environment, List<RouteText> routes) {
        require(!passive || !listen.isEmpty(), "--passive needs --listen ADDR:PORT, for the peers to connect to");
        require(!ttlSecurity || multihop.isEmpty(), "--ttl-security and --multihop exclude each other");
        Transport transport = transport(password.password(environment));
        Set<PeerConfig> configs = new HashSet<>();
        Set<BfdSessionConfig> watched = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (PeerText peer : peers) {
            require(names.add(peer.name()), "--peer " + peer.name() + " is there twice");
            configs.add(config(peer, transport));
            bfd.session(peer, multihop, Optional.ofNullable(localAddress)).ifPresent(watched::add);
        }
        SpeakSettings settings = new SpeakSettings(Set.copyOf(listen), configs, watched, addPath, routes);
        settings.table(); // so that a route that can't be announced is refused here
        return settings;
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(problem);
        }
    }

    private Transport transport(Optional<TcpPassword> key) {
        TimeToLive timeToLive = ttlSecurity
                ? new TimeToLive.Security(1)
                : multihop.<TimeToLive>map(TimeToLive.Multihop::new).orElseGet(TimeToLive.Default::new);
        return new Transport(Transport.DEFAULT_PORT, passive, Optional.ofNullable(localAddress), timeToLive, key);
    }

    private PeerConfig config(PeerText peer, Transport transport) {
        IpAddress address = peer.address().address();
        return PeerConfig.of(peer.name(), address, as, peer.as(), routerId)
                .withAddress(peer.address())
                .withTimes(SessionTimes.ofHold(Duration.ofSeconds(hold)))
                .withTransport(transport.withPort(peer.portOrUsual()))
                .withFamilies(families(address.family()));
    }

    private FamilyConfig[] families(IpFamily ofAddress) {
        Set<IpFamily> offered = families.isEmpty() ? Set.of(ofAddress) : families;
        return offered.stream()
                .map(FamilyConfig::of)
                .map(family -> addPath ? family.withAddPath(ALL_PATHS) : family)
                .toArray(FamilyConfig[]::new);
    }
}
