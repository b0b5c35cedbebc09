package io.porterlb.bgp.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollSocketChannel;
import io.porterlb.address.IpFamily;
import io.porterlb.bgp.PeerAddress;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.TcpPassword;
import io.porterlb.bgp.TimeToLive;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// What is set on a socket of a peer, by its configuration. NIO has no such options: a peer that does not ask for any
/// gets the kernel's defaults there, one that does gets no connection.
final class SocketOptions {
    /// How long to wait for an answer to a SYN: two retransmissions.
    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /// Traffic class of routing protocols: CS6 ([RFC 4594 3.2](https://www.rfc-editor.org/rfc/rfc4594#section-3.2)).
    static final int NETWORK_CONTROL = 0xC0;

    static final int MAX_TTL = 255;
    private static final int KERNEL_DEFAULT = -1;

    private SocketOptions() {}

    static void prepare(Bootstrap bootstrap) {
        bootstrap.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) CONNECT_TIMEOUT.toMillis());
        bootstrap.option(ChannelOption.TCP_NODELAY, true);
        bootstrap.option(ChannelOption.IP_TOS, NETWORK_CONTROL);
    }

    /// Before the socket connects.
    ///
    /// @throws UnavailableException if this needs native epoll, and there is none
    static void secure(Channel channel, PeerConfig peer, InetAddress remote) throws UnavailableException {
        if (!(channel instanceof EpollSocketChannel)) {
            refuseWhatOnlyEpollCan(peer);
            return;
        }
        timeToLive(channel, peer);
        device(peer)
                .ifPresent(name -> channel.config().setOption(LinuxOptions.BIND_TO_DEVICE, LinuxOptions.device(name)));
        peer.transport()
                .password()
                .map(TcpPassword::octets)
                .ifPresent(key -> channel.config().setOption(EpollChannelOption.TCP_MD5SIG, Map.of(remote, key)));
    }

    private static void refuseWhatOnlyEpollCan(PeerConfig peer) throws UnavailableException {
        boolean needsEpoll = peer.transport().password().isPresent() || leastIncoming(peer) > 0;
        if (needsEpoll) {
            throw new UnavailableException(
                    "a TCP password or ttlSecurity needs Netty's native epoll, which is not on the class path");
        }
    }

    private static Optional<String> device(PeerConfig peer) {
        return switch (peer.address()) {
            case PeerAddress.At(var _, var device) -> device;
            case PeerAddress.OnLink(var device) -> Optional.of(device);
        };
    }

    /// Of both directions; also for a socket that is open.
    static void timeToLive(Channel channel, PeerConfig peer) {
        if (channel instanceof EpollSocketChannel) {
            IpFamily family = peer.address().family();
            channel.config().setOption(LinuxOptions.outgoing(family), outgoing(peer));
            channel.config().setOption(LinuxOptions.leastIncoming(family), leastIncoming(peer));
        }
    }

    private static int outgoing(PeerConfig peer) {
        return switch (peer.transport().timeToLive()) {
            case TimeToLive.Default() -> peer.external() ? 1 : KERNEL_DEFAULT;
            case TimeToLive.Multihop(int value) -> value;
            case TimeToLive.Security _ -> MAX_TTL;
        };
    }

    /// What a packet of the peer must have left ([RFC 5082 3](https://www.rfc-editor.org/rfc/rfc5082#section-3)); 0 if
    /// that does not matter.
    static int leastIncoming(PeerConfig peer) {
        return switch (peer.transport().timeToLive()) {
            case TimeToLive.Default(), TimeToLive.Multihop _ -> 0;
            case TimeToLive.Security(int hops) -> MAX_TTL + 1 - hops;
        };
    }
}
