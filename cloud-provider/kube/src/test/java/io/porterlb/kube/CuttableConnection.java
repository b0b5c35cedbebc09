package io.porterlb.kube;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// A way to the API server that can be cut, or fall silent. TLS passes through it.
final class CuttableConnection implements AutoCloseable {
    private final InetSocketAddress target;
    private final ServerSocket server;
    private final List<Socket> open = new ArrayList<>();
    private volatile int silent;
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

    /// Swallows what comes by the connections that there are, as a firewall does that has forgotten them. New ones
    /// work.
    synchronized void fallSilent() {
        silent = open.size();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                Socket api = new Socket();
                api.connect(target);
                int number = keep(client, api);
                Thread.ofVirtual().start(() -> copy(client, api, number));
                Thread.ofVirtual().start(() -> copy(api, client, number));
            }
        } catch (IOException e) {
            // closed: the end
        }
    }

    private synchronized int keep(Socket client, Socket api) throws IOException {
        open.add(client);
        open.add(api);
        if (cut) {
            client.close();
            api.close();
        }
        return open.size();
    }

    private void copy(Socket from, Socket to, int number) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] some = new byte[8192];
            for (int length = in.read(some); length >= 0; length = in.read(some)) {
                if (number > silent) {
                    out.write(some, 0, length);
                }
            }
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
