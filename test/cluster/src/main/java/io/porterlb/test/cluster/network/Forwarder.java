package io.porterlb.test.cluster.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// A program that makes a TCP service inside a namespace reachable from the namespace that it is started in:
///
/// ```
/// java -cp … io.porterlb.test.cluster.network.Forwarder NAMESPACE ADDRESS PORT
/// ```
///
/// It listens on a free port of 127.0.0.1, which it prints, and calls ADDRESS from inside. A process of its
/// own, since a cluster may outlive the JVM that started it; it needs nothing but the JDK and this package.
public final class Forwarder {
    /// What precedes the port in the line that it prints.
    public static final String LISTENING = "listening on 127.0.0.1:";

    private static final int BACKLOG = 128;

    private final NetworkNamespace namespace;
    private final InetSocketAddress target;

    private Forwarder(NetworkNamespace namespace, InetSocketAddress target) {
        this.namespace = namespace;
        this.target = target;
    }

    public static void main(String[] arguments) throws IOException {
        var target = new InetSocketAddress(arguments[1], Integer.parseInt(arguments[2]));
        var forwarder = new Forwarder(new NetworkNamespace(arguments[0]), target);
        try (var listener = new ServerSocket(0, BACKLOG, InetAddress.ofLiteral("127.0.0.1"))) {
            System.out.println(LISTENING + listener.getLocalPort());
            while (true) {
                Socket outer = listener.accept();
                Thread.ofVirtual().start(() -> forwarder.serve(outer));
            }
        }
    }

    private void serve(Socket outer) {
        try (outer;
                Socket inner = namespace.call(this::dial)) {
            Thread back = Thread.ofVirtual().start(() -> pump(inner, outer));
            pump(outer, inner);
            back.join();
        } catch (IOException | UncheckedIOException e) {
            System.err.println("a connection failed: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Socket dial() throws IOException {
        var socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.connect(target);
        return socket;
    }

    /// Copies until the one side ends, and tells the other; a reset ends both directions.
    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException reset) {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            // What was wanted.
        }
    }
}
