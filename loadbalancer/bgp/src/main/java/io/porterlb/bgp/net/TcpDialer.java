package io.porterlb.bgp.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.porterlb.bgp.PeerAddress;
import io.porterlb.bgp.PeerConfig;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/// Opens TCP connections on the speaker's loop.
public final class TcpDialer implements Dialer {
    private final SpeakerLoop loop;

    public TcpDialer(SpeakerLoop loop) {
        this.loop = loop;
    }

    @Override
    public Connection dial(PeerAddress.At at, PeerConfig peer, ConnectionListener listener) {
        Bootstrap bootstrap = loop.bootstrap(peer.address().family()).handler(new ChannelInboundHandlerAdapter());
        SocketOptions.prepare(bootstrap);
        Channel channel = bootstrap.register().channel();
        loop.track(channel);
        Connection connection = Connection.on(channel, listener);
        ChannelFuture attempt = connect(channel, at, peer);
        attempt.addListener(_ -> loop.loop().execute(() -> connection.opened(attempt)));
        return connection;
    }

    private static ChannelFuture connect(Channel channel, PeerAddress.At at, PeerConfig peer) {
        try {
            InetAddress address = SocketAddresses.of(at);
            SocketOptions.secure(channel, peer, address);
            InetSocketAddress remote =
                    new InetSocketAddress(address, peer.transport().port());
            return peer.transport()
                    .localAddress()
                    .map(local -> channel.connect(remote, SocketAddresses.of(local, 0)))
                    .orElseGet(() -> channel.connect(remote));
        } catch (UnavailableException | ChannelException e) {
            return channel.newFailedFuture(e);
        }
    }
}
