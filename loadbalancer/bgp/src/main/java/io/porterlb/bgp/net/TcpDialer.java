package io.porterlb.bgp.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.porterlb.address.IpAddress;
import io.porterlb.bgp.PeerConfig;
import java.net.InetSocketAddress;
import java.time.Duration;

/// Opens TCP connections on the speaker's loop.
public final class TcpDialer implements Dialer {
    private final SpeakerLoop loop;
    private final ChannelGroup open;

    public TcpDialer(SpeakerLoop loop) {
        this.loop = loop;
        this.open = new DefaultChannelGroup(loop.loop());
    }

    @Override
    public Connection dial(PeerConfig peer, ConnectionListener listener) {
        Bootstrap bootstrap = loop.bootstrap(peer.address().family()).handler(new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(Channel channel) {
                SocketOptions.timeToLive(channel, peer);
            }
        });
        SocketOptions.prepare(bootstrap);
        InetSocketAddress remote = socketAddress(
                peer.address().known().orElseThrow(), peer.transport().port());
        ChannelFuture attempt = peer.transport()
                .localAddress()
                .map(local -> bootstrap.connect(remote, socketAddress(local, 0)))
                .orElseGet(() -> bootstrap.connect(remote));
        open.add(attempt.channel());
        Connection connection = Connection.on(attempt.channel(), listener);
        attempt.addListener(_ -> loop.loop().execute(() -> connection.opened(attempt)));
        return connection;
    }

    private static InetSocketAddress socketAddress(IpAddress address, int port) {
        return new InetSocketAddress(address.toInetAddress(), port);
    }

    /// Waits until all connections are closed, no longer than this; not on the event loop.
    public void awaitClosed(Duration patience) {
        open.newCloseFuture().awaitUninterruptibly(patience.toMillis());
    }
}
