package io.porterlb.bfd.net;

import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// The one thread of a speaker: its event loop, by native epoll.
public final class BfdLoop {
    private final MultiThreadIoEventLoopGroup group;
    private final EventLoop loop;

    /// Starts the thread.
    ///
    /// @throws UnsupportedOperationException if there is no native epoll; there is no other way to a socket
    ///     filter
    public BfdLoop() {
        if (!Epoll.isAvailable()) {
            throw new UnsupportedOperationException(
                    "BFD needs Linux and netty-transport-native-epoll for this processor on the class path",
                    Epoll.unavailabilityCause());
        }
        group = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("bfd-speaker", true), EpollIoHandler.newFactory());
        loop = group.next();
    }

    public EventLoop loop() {
        return loop;
    }

    /// Ends the thread; waits no longer than this.
    public void stop(Duration patience) {
        long millis = patience.toMillis();
        group.shutdownGracefully(0, millis, TimeUnit.MILLISECONDS).awaitUninterruptibly(millis);
    }
}
