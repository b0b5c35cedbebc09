package io.porterlb.bgp.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.porterlb.address.IpFamily;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// The one thread of a speaker: its event loop, by native epoll where that is there, else by NIO.
public final class SpeakerLoop {
    private final boolean epoll = Epoll.isAvailable();
    private final MultiThreadIoEventLoopGroup group;
    private final EventLoop loop;
    private final ChannelGroup connections;

    public SpeakerLoop() {
        IoHandlerFactory io = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        group = new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("bgp-speaker", true), io);
        loop = group.next();
        connections = new DefaultChannelGroup(loop);
    }

    public EventLoop loop() {
        return loop;
    }

    Bootstrap bootstrap(IpFamily family) {
        return new Bootstrap().group(loop).channelFactory(() -> channel(family));
    }

    ServerBootstrap serverBootstrap(IpFamily family) {
        return new ServerBootstrap().group(loop).channelFactory(() -> serverChannel(family));
    }

    private ServerSocketChannel serverChannel(IpFamily family) {
        return epoll ? new EpollServerSocketChannel(protocol(family)) : new NioServerSocketChannel();
    }

    private static SocketProtocolFamily protocol(IpFamily family) {
        return switch (family) {
            case V4 -> SocketProtocolFamily.INET;
            case V6 -> SocketProtocolFamily.INET6;
        };
    }

    private SocketChannel channel(IpFamily family) {
        return epoll ? new EpollSocketChannel(protocol(family)) : new NioSocketChannel();
    }

    /// Makes it one of those that [#awaitClosed] waits for.
    void track(Channel connection) {
        connections.add(connection);
    }

    /// Waits until all connections are closed, no longer than this; not on the event loop.
    public void awaitClosed(Duration patience) {
        connections.newCloseFuture().awaitUninterruptibly(patience.toMillis());
    }

    /// Ends the thread; waits no longer than this.
    public void stop(Duration patience) {
        long millis = patience.toMillis();
        group.shutdownGracefully(0, millis, TimeUnit.MILLISECONDS).awaitUninterruptibly(millis);
    }
}
