package io.porterlb.bgp.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.unix.IntegerUnixChannelOption;
import io.porterlb.address.IpFamily;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.TimeToLive;
import java.time.Duration;

/// What is set on a socket before it connects.
final class SocketOptions {
    /// How long to wait for an answer to a SYN: two retransmissions.
    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /// Traffic class of routing protocols: CS6 ([RFC 4594 3.2](https://www.rfc-editor.org/rfc/rfc4594#section-3.2)).
    private static final int NETWORK_CONTROL = 0xC0;

    /// Level and name of Linux' ip(7) and ipv6(7).
    private static final IntegerUnixChannelOption IP_TTL = new IntegerUnixChannelOption("IP_TTL", 0, 2);

    private static final IntegerUnixChannelOption IPV6_UNICAST_HOPS =
            new IntegerUnixChannelOption("IPV6_UNICAST_HOPS", 41, 16);

    private static final int KERNEL_DEFAULT = -1;

    private SocketOptions() {}

    static void prepare(Bootstrap bootstrap) {
        bootstrap.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) CONNECT_TIMEOUT.toMillis());
        bootstrap.option(ChannelOption.TCP_NODELAY, true);
        bootstrap.option(ChannelOption.IP_TOS, NETWORK_CONTROL);
    }

    /// Also for a socket that is open. NIO has no such option, and keeps the kernel's value.
    static void timeToLive(Channel channel, PeerConfig peer) {
        if (channel instanceof EpollSocketChannel) {
            IntegerUnixChannelOption option = peer.address().family() == IpFamily.V4 ? IP_TTL : IPV6_UNICAST_HOPS;
            channel.config().setOption(option, outgoing(peer));
        }
    }

    private static int outgoing(PeerConfig peer) {
        return switch (peer.transport().timeToLive()) {
            case TimeToLive.Default() -> peer.external() ? 1 : KERNEL_DEFAULT;
            case TimeToLive.Multihop(int value) -> value;
            case TimeToLive.Security _ -> 255;
        };
    }
}
