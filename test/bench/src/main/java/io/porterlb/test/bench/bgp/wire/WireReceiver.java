package io.porterlb.test.bench.bgp.wire;

import io.porterlb.test.cluster.network.NetworkNamespace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Listens on port 179 of a namespace. It has a thread that accepts, and one a session.
public final class WireReceiver implements AutoCloseable {
    private static final int PORT = 179;
    private static final long PATIENCE_SECONDS = 60;

    private final ServerSocketChannel listener;
    private final InetAddress address;
    private final int as;
    private final BlockingQueue<WireSession> established = new LinkedBlockingQueue<>();

    public WireReceiver(NetworkNamespace namespace, String address, int as) throws IOException {
        this.address = InetAddress.ofLiteral(address);
        this.as = as;
        listener = namespace.call(ServerSocketChannel::open);
        listener.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        listener.bind(new InetSocketAddress(this.address, PORT));
        Thread.ofPlatform().daemon().name("accept").start(this::accept);
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel connection = listener.accept();
                connection.setOption(StandardSocketOptions.TCP_NODELAY, true);
                WireSession session = new WireSession(connection, as, address.getAddress(), established::add);
                Thread.ofPlatform().daemon().name("session").start(session::run);
            }
        } catch (IOException _) {
            // closed
        }
    }

    /// The next session that is up.
    public WireSession await() throws InterruptedException {
        WireSession session = established.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (session == null) {
            throw new IllegalStateException("no session within " + PATIENCE_SECONDS + " s");
        }
        return session;
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
