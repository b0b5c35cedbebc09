package io.porterlb.bgp.net;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.porterlb.address.IpFamily;
import io.porterlb.bgp.Failure;
import io.porterlb.bgp.ListenerStatus;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One address that the speaker is to listen at. A failure to bind is tried again until [#close]; all on the event
/// loop.
@SuppressWarnings("FutureReturnValueIgnored") // of closing, and of the retry, which sees itself that it is too late
final class ListeningSocket {
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final int BACKLOG = 64;

    private final SpeakerLoop loop;
    private final InetSocketAddress wanted;
    private final TcpListeners owner;
    private Map<InetAddress, byte[]> keys = Map.of();
    private @Nullable Channel channel;
    private Optional<Failure> failure = Optional.empty();
    private long turnedAway;
    private boolean closed;

    ListeningSocket(SpeakerLoop loop, InetSocketAddress wanted, TcpListeners owner) {
        this.loop = loop;
        this.wanted = wanted;
        this.owner = owner;
    }

    ListenerStatus status() {
        Optional<InetSocketAddress> bound =
                Optional.ofNullable(channel).map(open -> (InetSocketAddress) open.localAddress());
        return new ListenerStatus(wanted, bound, failure, turnedAway);
    }

    private IpFamily family() {
        return wanted.getAddress() instanceof Inet4Address ? IpFamily.V4 : IpFamily.V6;
    }

    /// TCP MD5 keys by the peer's address; connections that are open keep the one they have.
    void keys(Map<InetAddress, byte[]> all) {
        keys = all.entrySet().stream()
                .filter(entry -> (entry.getKey() instanceof Inet4Address) == (family() == IpFamily.V4))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (channel instanceof EpollServerSocketChannel open) {
            try {
                open.config().setOption(EpollChannelOption.TCP_MD5SIG, keys);
            } catch (ChannelException e) {
                fail(open, e); // opened anew, with all keys
            }
        }
    }

    void bind() {
        if (closed) {
            return;
        }
        ServerBootstrap bootstrap = loop.serverBootstrap(family())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.IP_TOS, SocketOptions.NETWORK_CONTROL)
                .childHandler(new Arrival());
        Channel opened = bootstrap.register().channel();
        try {
            prepare(opened);
        } catch (ChannelException e) {
            fail(opened, e);
            return;
        }
        opened.bind(wanted).addListener(bound -> done((ChannelFuture) bound));
    }

    /// Answers to a SYN go out with the full time to live: a peer that has ttlSecurity takes nothing less, and the
    /// others don't mind.
    private void prepare(Channel opened) {
        if (opened instanceof EpollServerSocketChannel) {
            opened.config().setOption(LinuxOptions.outgoing(family()), SocketOptions.MAX_TTL);
            opened.config().setOption(EpollChannelOption.TCP_MD5SIG, keys);
            if (family() == IpFamily.V6) {
                opened.config().setOption(LinuxOptions.IPV6_ONLY, 1);
            }
        }
    }

    private void done(ChannelFuture bound) {
        if (closed) {
            bound.channel().close();
        } else if (bound.isSuccess()) {
            channel = bound.channel();
            failure = Optional.empty();
        } else {
            fail(bound.channel(), bound.cause());
            return;
        }
        owner.changed(this);
    }

    /// A socket that the kernel refuses an option or the address: the speaker goes on without it, and tries again.
    private void fail(Channel refused, Throwable cause) {
        refused.close();
        channel = null;
        failure = Optional.of(BindFailures.of(wanted, cause, owner.now()));
        loop.loop().schedule(this::bind, RETRY.toMillis(), TimeUnit.MILLISECONDS);
        owner.changed(this);
    }

    void close() {
        closed = true;
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }

    private void refused() {
        turnedAway++;
        owner.changed(this);
    }

    /// Hands an accepted connection over before anything is read of it.
    @ChannelHandler.Sharable
    private final class Arrival extends ChannelInboundHandlerAdapter {
        @Override
        public void channelActive(ChannelHandlerContext ctx) {
            ctx.pipeline().remove(this);
            loop.track(ctx.channel());
            owner.arrived(new TcpIncoming(ctx.channel(), ListeningSocket.this::refused));
        }
    }
}
