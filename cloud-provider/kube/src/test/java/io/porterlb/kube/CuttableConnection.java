package io.porterlb.kube;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// A way to the API server that can be cut. TLS passes through it.
final class CuttableConnection implements AutoCloseable {
    private final InetSocketAddress target;
    private final ServerSocket server;
    private final List<Socket> open = new ArrayList<>();
    private boolean cut;

    /// @param target on this machine
    CuttableConnection(URI target) throws IOException {
        this.target = new InetSocketAddress(InetAddress.getLoopbackAddress(), target.getPort());
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /// Where to send to.
    String address() {
        return "https://127.0.0.1:" + server.getLocalPort();
    }

    /// Ends every connection, and lets no new one come about.
    synchronized void cut() throws IOException {
        cut = true;
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                Socket api = new Socket();
                api.connect(target);
                keep(client, api);
                Thread.ofVirtual().start(() -> copy(client, api));
                Thread.ofVirtual().start(() -> copy(api, client));
            }
        } catch (IOException e) {
            // closed: the end
        }
    }

    private synchronized void keep(Socket client, Socket api) throws IOException {
        open.add(client);
        open.add(api);
        if (cut) {
            client.close();
            api.close();
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // one side went away: the end
        }
    }

    @Override
    public void close() throws IOException {
        cut();
        server.close();
    }
}
