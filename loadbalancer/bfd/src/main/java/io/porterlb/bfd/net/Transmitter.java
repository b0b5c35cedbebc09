package io.porterlb.bfd.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.EventLoop;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.socket.DatagramPacket;
import io.porterlb.bfd.BfdSessionConfig;
import io.porterlb.bfd.wire.BfdPacket;
import io.porterlb.bfd.wire.BfdPacketWriter;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The sending socket of one session, on a source port that stays the same. One that can't be opened is tried
/// again each second. Its methods but [#problem] are to be called on the event loop.
@SuppressWarnings("FutureReturnValueIgnored") // of closing and of the next attempt, which are heard of anyway
public final class Transmitter {
    /// Hears whether packets leave.
    public interface Listener {
        /// The kernel has taken a packet.
        void sent();

        /// It has not.
        void notSent();

        /// The socket is open, or open again after packets did not leave: what could not be sent before can be.
        void ready();
    }

    private final Endpoint endpoint;
    private final InetSocketAddress peer;
    private final EventLoop loop;
    private final SourcePorts ports;
    private final Listener listener;
    private int port;
    private boolean open;
    private boolean closed;
    private boolean reopening;
    private @Nullable EpollDatagramChannel channel;
    private volatile Optional<String> problem = Optional.empty();

    Transmitter(BfdSessionConfig session, EventLoop loop, SourcePorts ports, Listener listener) {
        this.endpoint = Endpoint.of(session);
        this.peer = new InetSocketAddress(session.peer().toInetAddress(), endpoint.port());
        this.loop = loop;
        this.ports = ports;
        this.listener = listener;
        this.port = ports.take();
    }

    void open() {
        if (closed) {
            return;
        }
        try {
            EpollDatagramChannel next = Sockets.transmitter(endpoint);
            channel = next;
            loop.register(next)
                    .addListener(_ -> next.bind(Binding.of(endpoint, port))
                            .addListener((ChannelFuture bound) -> opened(next, bound)));
        } catch (ChannelException e) {
            failed(e);
        }
    }

    private void opened(EpollDatagramChannel opened, ChannelFuture bound) {
        if (!opened.equals(channel)) {
            return;
        }
        if (bound.isSuccess()) {
            open = true;
            problem = Optional.empty();
            listener.ready();
        } else {
            opened.close();
            anotherPort();
            failed(bound.cause());
        }
    }

    /// The one that we had may be another program's.
    private void anotherPort() {
        int old = port;
        port = ports.take();
        ports.release(old);
    }

    private void failed(@Nullable Throwable cause) {
        channel = null;
        problem = Optional.of("Nothing can be sent from " + source() + ": " + Binding.reason(cause));
        loop.schedule(this::open, 1, TimeUnit.SECONDS);
    }

    private String source() {
        String address = endpoint.address().map(Object::toString).orElse("this machine");
        return address + endpoint.interfaceName().map(name -> " on " + name).orElse("");
    }

    /// Why nothing can be sent, as a sentence; for any thread.
    public Optional<String> problem() {
        return problem;
    }

    /// Hands a packet to the kernel; nothing happens if the socket is not open.
    public void send(BfdPacket packet) {
        EpollDatagramChannel to = channel;
        if (to == null || !open) {
            listener.notSent();
            return;
        }
        ByteBuf octets = to.alloc().directBuffer(BfdPacket.LENGTH, BfdPacket.LENGTH);
        BfdPacketWriter.write(packet, octets);
        to.writeAndFlush(new DatagramPacket(octets, peer)).addListener((ChannelFutureListener) this::written);
    }

    private void written(ChannelFuture written) {
        if (written.isSuccess()) {
            problem = Optional.empty();
            listener.sent();
        } else if (!closed) {
            problem = Optional.of("Nothing can be sent to " + peer.getAddress().getHostAddress() + ": "
                    + Binding.reason(written.cause()));
            listener.notSent();
            reopenLater();
        }
    }

    /// A socket that is bound to an interface is bound to that very one, not to its name: it is of no use to
    /// another interface that takes the name later.
    private void reopenLater() {
        if (endpoint.interfaceName().isPresent() && !reopening) {
            reopening = true;
            loop.schedule(this::reopen, 1, TimeUnit.SECONDS);
        }
    }

    private void reopen() {
        reopening = false;
        if (channel != null && !closed) {
            channel.close();
            channel = null;
            open = false;
            open();
        }
    }

    /// What was sent before still leaves.
    public void close() {
        closed = true;
        ports.release(port);
        if (channel != null) {
            channel.close();
        }
    }
}
