package io.porterlb.bgp.net;

import io.netty.channel.Channel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.porterlb.address.IpAddress;
import io.porterlb.bgp.PeerConfig;
import java.util.Optional;

/// A TCP connection that was just accepted.
@SuppressWarnings("FutureReturnValueIgnored") // of closing
final class TcpIncoming implements Incoming {
    private final Channel channel;
    private final Runnable refused;

    TcpIncoming(Channel channel, Runnable refused) {
        this.channel = channel;
        this.refused = refused;
    }

    @Override
    public IpAddress remoteAddress() {
        return SocketAddresses.address(channel.remoteAddress());
    }

    @Override
    public IpAddress localAddress() {
        return SocketAddresses.address(channel.localAddress());
    }

    @Override
    public Optional<String> device() {
        return SocketAddresses.device(channel.remoteAddress());
    }

    /// The kernel drops what comes from too far away from now on; that the handshake did not is seen
    /// afterwards, because one listening socket serves peers at different distances. What lies unread between
    /// both came from the same source, which so has shown that it is near.
    @Override
    public boolean prepare(PeerConfig peer) {
        int least = SocketOptions.leastIncoming(peer);
        if (!(channel instanceof EpollSocketChannel)) {
            return least == 0;
        }
        SocketOptions.timeToLive(channel, peer);
        IpAddress remote = remoteAddress();
        return least == 0 || channel.config().getOption(LinuxOptions.ofHandshake(remote.family())) >= least;
    }

    @Override
    public Connection accept(ConnectionListener listener) {
        return Connection.on(channel, listener);
    }

    @Override
    public void refuse() {
        refused.run();
        channel.close();
    }
}
