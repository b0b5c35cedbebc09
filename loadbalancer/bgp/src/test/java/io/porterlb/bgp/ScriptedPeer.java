package io.porterlb.bgp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.porterlb.address.IpAddress;
import io.porterlb.bgp.wire.BgpMessage;
import io.porterlb.bgp.wire.Keepalive;
import io.porterlb.bgp.wire.MessageReader;
import io.porterlb.bgp.wire.MessageWriter;
import io.porterlb.bgp.wire.Open;
import io.porterlb.bgp.wire.ReadResult;
import io.porterlb.bgp.wire.capability.Capability;
import io.porterlb.bgp.wire.capability.FourOctetAsCapability;
import io.porterlb.bgp.wire.capability.MultiprotocolCapability;
import io.porterlb.bgp.wire.value.AddressFamily;
import io.porterlb.bgp.wire.value.CodecContext;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;

/// A router on the loopback interface that does what a test says, step by step. Nothing waits longer than ten seconds.
final class ScriptedPeer implements AutoCloseable {
    static final int AS = 65000;
    private static final int PATIENCE_MILLIS = 10_000;
    private static final CodecContext CONTEXT = CodecContext.ipv4(true, true);

    private final ServerSocket server;
    private Optional<Socket> socket = Optional.empty();
    private final ByteBuf received = Unpooled.buffer();

    ScriptedPeer() throws IOException {
        this(0);
    }

    ScriptedPeer(int port) throws IOException {
        server = new ServerSocket(port, 5, InetAddress.ofLiteral("127.0.0.1"));
        server.setSoTimeout(PATIENCE_MILLIS);
    }

    int port() {
        return server.getLocalPort();
    }

    /// Takes the next connection; the one before is left as it is.
    void accept() throws IOException {
        Socket next = server.accept();
        next.setSoTimeout(PATIENCE_MILLIS);
        received.clear();
        socket = Optional.of(next);
    }

    /// Opens the next connection itself, from this address.
    void connect(String from, int port) throws IOException {
        Socket next = new Socket();
        next.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
        next.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), PATIENCE_MILLIS);
        next.setSoTimeout(PATIENCE_MILLIS);
        received.clear();
        socket = Optional.of(next);
    }

    private Socket socket() {
        return socket.orElseThrow();
    }

    void send(byte... octets) throws IOException {
        socket().getOutputStream().write(octets);
    }

    void send(BgpMessage message) throws IOException {
        ByteBuf out = Unpooled.buffer();
        MessageWriter.write(message, out, CONTEXT);
        send(ByteBufUtil.getBytes(out));
    }

    void sendOpen(long as) throws IOException {
        List<Capability> capabilities =
                List.of(new MultiprotocolCapability(AddressFamily.IPV4_UNICAST), new FourOctetAsCapability(as));
        send(new Open(23456, 90, IpAddress.of("10.0.0.2"), capabilities));
    }

    /// The next message.
    ///
    /// @throws EOFException if the connection was closed
    BgpMessage read() throws IOException {
        while (true) {
            Optional<ReadResult> result =
                    received.isReadable() ? MessageReader.read(received, CONTEXT) : Optional.empty();
            if (result.isPresent()) {
                return ((ReadResult.Ok) result.get()).message();
            }
            byte[] chunk = new byte[4096];
            int count = socket().getInputStream().read(chunk);
            if (count < 0) {
                throw new EOFException("closed by the speaker");
            }
            received.writeBytes(chunk, 0, count);
        }
    }

    /// The next message of this kind; others are passed over.
    <M extends BgpMessage> M read(Class<M> kind) throws IOException {
        BgpMessage message = read();
        while (!kind.isInstance(message)) {
            message = read();
        }
        return kind.cast(message);
    }

    /// A session, up to the End-of-RIB that follows no route.
    void establish() throws IOException {
        accept();
        agree();
    }

    /// The same, on a connection that is open.
    void agree() throws IOException {
        sendOpen(AS);
        read(Open.class);
        read(Keepalive.class);
        send(new Keepalive());
    }

    void hangUp() throws IOException {
        socket().close();
    }

    @Override
    public void close() throws IOException {
        if (socket.isPresent()) {
            hangUp();
        }
        server.close();
    }
}
