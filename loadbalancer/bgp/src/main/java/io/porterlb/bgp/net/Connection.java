package io.porterlb.bgp.net;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.porterlb.address.IpAddress;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.fsm.TcpFailure;
import io.porterlb.bgp.wire.BgpMessage;
import io.porterlb.bgp.wire.ReadResult;
import io.porterlb.bgp.wire.value.CodecContext;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeUnit;

/// One TCP connection to a peer, from the attempt to open it to its end; to be used on its event loop only.
///
/// It is the last handler of its channel's pipeline. Once [#close] was called the listener hears nothing more.
@SuppressWarnings("FutureReturnValueIgnored") // of closing: a channel that fails to close is closed
public final class Connection extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = System.getLogger(Connection.class.getName());

    /// How long the peer may take to read our last words before the connection is cut.
    private static final long LINGER_MILLIS = 1000;

    private final Channel channel;
    private final ConnectionListener listener;
    private final MessageDecoder decoder = new MessageDecoder();
    private final MessageEncoder encoder = new MessageEncoder();
    private boolean over;

    private Connection(Channel channel, ConnectionListener listener) {
        this.channel = channel;
        this.listener = listener;
    }

    /// Puts a connection on a channel that has no handlers yet.
    static Connection on(Channel channel, ConnectionListener listener) {
        Connection connection = new Connection(channel, listener);
        channel.pipeline().addLast(connection.decoder, connection.encoder, connection);
        return connection;
    }

    /// To be called with the outcome of the attempt to open it.
    void opened(ChannelFuture attempt) {
        if (over) {
            channel.close();
        } else if (attempt.isSuccess()) {
            listener.connected(this);
        } else {
            end(TcpFailures.ofConnect(attempt.cause()));
        }
    }

    /// Our address, once it is open.
    public IpAddress localAddress() {
        return SocketAddresses.address(channel.localAddress());
    }

    /// The peer's address, once it is open.
    public IpAddress remoteAddress() {
        return SocketAddresses.address(channel.remoteAddress());
    }

    /// Messages are from now on read and written like this.
    public void use(CodecContext negotiated) {
        decoder.use(negotiated);
        encoder.use(negotiated);
    }

    /// False while more is waiting to be written than is good; KEEPALIVE and NOTIFICATION are sent all the same.
    public boolean writable() {
        return channel.isWritable();
    }

    /// Sends, with the next [#flush].
    public void send(BgpMessage message) {
        channel.write(message).addListener(written -> {
            if (written.isSuccess()) {
                if (!over) {
                    listener.written(this);
                }
            } else if (!(written.cause() instanceof IOException)) {
                channel.eventLoop()
                        .execute(() -> broken(written.cause())); // could not be encoded; not from within send
            }
        });
    }

    public void flush() {
        channel.flush();
    }

    /// Sets the time to live of both directions to what the configuration says now.
    public void timeToLiveOf(PeerConfig peer) {
        SocketOptions.timeToLive(channel, peer);
    }

    /// Writes what was sent, tells the peer that this was all, and closes when it has closed too, or after a second.
    /// Closing at once could lose our last words: the kernel resets a connection that is closed with something
    /// unread.
    public void close() {
        over = true;
        decoder.stop();
        if (!channel.isActive()) {
            channel.close();
            return;
        }
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(_ -> {
            if (channel instanceof DuplexChannel duplex) {
                duplex.shutdownOutput();
            }
        });
        channel.eventLoop().schedule(() -> channel.close(), LINGER_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void end(TcpFailure failure) {
        if (!over) {
            over = true;
            listener.failed(this, failure);
        }
        channel.close();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (!over) {
            listener.received(this, (ReadResult) message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        ctx.flush();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (!over && channel.isWritable()) {
            listener.writableAgain(this);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        end(new TcpFailure(TcpFailure.Kind.CLOSED, "closed by the peer"));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        broken(cause);
    }

    private void broken(Throwable cause) {
        if (cause instanceof ClosedChannelException) {
            return; // channelInactive says it
        }
        if (!(cause instanceof IOException)) {
            LOG.log(Level.ERROR, () -> "connection to " + channel.remoteAddress() + " is given up", cause);
        }
        end(TcpFailures.ofOpen(cause));
    }
}
