package io.porterlb.bfd.net;

import io.netty.channel.ChannelException;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.socket.DatagramPacket;
import io.porterlb.address.IpAddress;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The socket of one endpoint. One that can't be opened is tried again each second. Its methods but
/// [#problem] are to be called on the event loop.
@SuppressWarnings("FutureReturnValueIgnored") // of closing and of the next attempt, which are heard of anyway
final class Receiver {
    private static final Logger LOG = System.getLogger(Receiver.class.getName());

    private final Endpoint endpoint;
    private final EventLoop loop;
    private final PacketSink sink;
    private TtlFilter filter;
    private boolean shared;
    private boolean closed;
    private @Nullable EpollDatagramChannel channel;
    private volatile Optional<String> problem = Optional.empty();

    Receiver(Endpoint endpoint, TtlFilter filter, boolean shared, EventLoop loop, PacketSink sink) {
        this.endpoint = endpoint;
        this.filter = filter;
        this.shared = shared;
        this.loop = loop;
        this.sink = sink;
    }

    void open() {
        if (closed) {
            return;
        }
        try {
            EpollDatagramChannel next = Sockets.receiver(endpoint, filter);
            channel = next;
            if (shared) {
                Sockets.share(next);
            }
            next.pipeline().addLast(new Handler());
            loop.register(next)
                    .addListener(_ -> next.bind(Binding.of(endpoint, endpoint.port()))
                            .addListener((ChannelFuture bound) -> opened(next, bound)));
        } catch (ChannelException e) {
            failed(e);
        }
    }

    private void opened(EpollDatagramChannel opened, ChannelFuture bound) {
        if (bound.isSuccess()) {
            problem = Optional.empty();
        } else if (opened.equals(channel)) {
            opened.close();
            failed(bound.cause());
        }
    }

    private void failed(@Nullable Throwable cause) {
        channel = null;
        problem = Optional.of("Nothing can be received on " + endpoint + ": " + Binding.reason(cause));
        loop.schedule(this::open, 1, TimeUnit.SECONDS);
    }

    /// Why nothing can be received, as a sentence; for any thread.
    Optional<String> problem() {
        return problem;
    }

    void use(TtlFilter next) {
        filter = next;
        if (channel != null) {
            Sockets.attach(channel, next);
        }
    }

    /// There is, or will be, another one that it overlaps with.
    void share() {
        shared = true;
        if (channel != null) {
            Sockets.share(channel);
        }
    }

    /// Opens it anew: its interface may be another one of the same name.
    void reopen() {
        EpollDatagramChannel old = channel;
        if (old != null) {
            channel = null;
            old.close();
            open();
        }
    }

    void close() {
        closed = true;
        if (channel != null) {
            channel.close();
        }
    }

    private final class Handler extends SimpleChannelInboundHandler<DatagramPacket> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
            byte[] source = packet.sender().getAddress().getAddress();
            sink.received(endpoint, IpAddress.ofOctets(source), packet.content());
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            LOG.log(Level.ERROR, () -> "a packet on " + endpoint + " was not handled", cause);
        }
    }
}
