package io.porterlb.ownership.net;

import io.porterlb.ownership.Endpoint;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Arrays;
import java.util.function.BiConsumer;

/// A UDP socket for both families, and a way to wait for it that can be ended from outside.
final class Datagrams implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Datagrams.class.getName());

    /// What a council of 1,000 nodes sends within a pause of this process.
    private static final int BUFFER = 4 << 20;

    private static final int MAX_DATAGRAM = 1500;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Selector selector;
    private final DatagramChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(MAX_DATAGRAM);

    private Datagrams(Selector selector, DatagramChannel channel) {
        this.selector = selector;
        this.channel = channel;
    }

    static Datagrams listenAt(int port) throws IOException {
        Selector selector = Selector.open();
        DatagramChannel channel = DatagramChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER);
            channel.bind(new InetSocketAddress(port));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            return new Datagrams(selector, channel);
        } catch (IOException e) {
            channel.close();
            selector.close();
            throw new IOException("UDP port " + port + " can't be listened at: " + e.getMessage(), e);
        }
    }

    /// Waits for a datagram, for [#wake], or for so many nanoseconds.
    void await(long nanos) throws IOException {
        if (nanos <= 0) {
            selector.selectNow();
        } else {
            selector.select((nanos + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI);
        }
        selector.selectedKeys().clear();
    }

    /// For any thread.
    void wake() {
        selector.wakeup();
    }

    /// Hands over one datagram, and where it came from.
    ///
    /// @return whether there was one
    boolean receive(BiConsumer<Endpoint, byte[]> taker) throws IOException {
        buffer.clear();
        InetSocketAddress source = (InetSocketAddress) channel.receive(buffer);
        if (source != null) {
            taker.accept(Endpoint.of(source), Arrays.copyOf(buffer.array(), buffer.position()));
        }
        return source != null;
    }

    /// Sends, or does not: what the kernel does not take is lost, as it might be on the way.
    void send(byte[] octets, Endpoint to) {
        try {
            channel.send(ByteBuffer.wrap(octets), to.toSocketAddress());
        } catch (IOException e) {
            LOG.log(Level.DEBUG, () -> "nothing could be sent to " + to, e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        selector.close();
    }
}
