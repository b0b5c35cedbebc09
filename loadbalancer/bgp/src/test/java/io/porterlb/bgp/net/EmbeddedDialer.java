package io.porterlb.bgp.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.embedded.EmbeddedChannel;
import io.porterlb.bgp.PeerAddress;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.wire.BgpMessage;
import io.porterlb.bgp.wire.MessageReader;
import io.porterlb.bgp.wire.MessageWriter;
import io.porterlb.bgp.wire.ReadResult;
import io.porterlb.bgp.wire.value.CodecContext;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Connections without a network: what a peer sends can be read here, and the router's part is said by hand.
public final class EmbeddedDialer implements Dialer {
    private static final CodecContext CONTEXT = CodecContext.ipv4(true, true);

    private final List<Attempt> attempts = new ArrayList<>();
    private final List<String> dialed = new ArrayList<>();

    /// An attempt to connect, and the connection that came of it.
    public static final class Attempt {
        private final LocalChannel channel = new LocalChannel();
        private final Connection connection;

        Attempt(ConnectionListener listener) {
            connection = Connection.on(channel, listener);
        }

        Connection connection() {
            return connection;
        }

        public void succeeds() {
            connection.opened(channel.newSucceededFuture());
        }

        public void fails(Exception cause) {
            ChannelFuture failed = channel.newFailedFuture(cause);
            connection.opened(failed);
        }

        public void routerSends(BgpMessage message) {
            ByteBuf out = Unpooled.buffer();
            MessageWriter.write(message, out, CONTEXT);
            channel.writeInbound(out);
        }

        public void routerSends(byte... octets) {
            channel.writeInbound(Unpooled.wrappedBuffer(octets));
        }

        public void routerCloses() {
            channel.close().syncUninterruptibly();
        }

        public boolean isOpen() {
            return channel.isOpen();
        }

        /// Its window is full from now on.
        public void routerStopsReading() {
            channel.windowIsFull = true;
        }

        public void routerReadsAgain() {
            channel.windowIsFull = false;
            channel.flush();
        }

        /// What was written since the last call.
        public List<BgpMessage> written() {
            List<BgpMessage> messages = new ArrayList<>();
            for (ByteBuf next = channel.readOutbound(); next != null; next = channel.readOutbound()) {
                readAll(next, messages);
                next.release();
            }
            return messages;
        }

        private static void readAll(ByteBuf in, List<BgpMessage> into) {
            Optional<ReadResult> result = in.isReadable() ? MessageReader.read(in, CONTEXT) : Optional.empty();
            while (result.isPresent()) {
                into.add(((ReadResult.Ok) result.get()).message());
                result = in.isReadable() ? MessageReader.read(in, CONTEXT) : Optional.empty();
            }
        }
    }

    private static final class LocalChannel extends EmbeddedChannel {
        private boolean windowIsFull;

        @Override
        protected void doWrite(ChannelOutboundBuffer in) throws Exception {
            if (!windowIsFull) {
                super.doWrite(in);
            }
        }

        @Override
        protected SocketAddress localAddress0() {
            return new InetSocketAddress("192.0.2.7", 40000);
        }

        @Override
        protected SocketAddress remoteAddress0() {
            return new InetSocketAddress("192.0.2.1", 179);
        }
    }

    @Override
    public Connection dial(PeerAddress.At at, PeerConfig peer, ConnectionListener listener) {
        Attempt attempt = new Attempt(listener);
        attempts.add(attempt);
        dialed.add(at.toString());
        return attempt.connection;
    }

    /// Where each attempt went to.
    public List<String> dialed() {
        return dialed;
    }

    public int attempts() {
        return attempts.size();
    }

    public Attempt last() {
        return attempts.getLast();
    }
}
