package io.porterlb.bgp.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.EventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.SocketProtocolFamily;
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

    public SpeakerLoop() {
        IoHandlerFactory io = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        group = new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("bgp-speaker", true), io);
        loop = group.next();
    }

    public EventLoop loop() {
        return loop;
    }

    Bootstrap bootstrap(IpFamily family) {
        return new Bootstrap().group(loop).channelFactory(() -> channel(family));
    }

    private SocketChannel channel(IpFamily family) {
        if (!epoll) {
            return new NioSocketChannel();
        }
        return new EpollSocketChannel(family == IpFamily.V4 ? SocketProtocolFamily.INET : SocketProtocolFamily.INET6);
    }

    /// Ends the thread; waits no longer than this.
    public void stop(Duration patience) {
        long millis = patience.toMillis();
        group.shutdownGracefully(0, millis, TimeUnit.MILLISECONDS).awaitUninterruptibly(millis);
    }
}
