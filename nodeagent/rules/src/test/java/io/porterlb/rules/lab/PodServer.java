package io.porterlb.rules.lab;

import io.porterlb.test.cluster.network.NetworkNamespace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;

/// Serves each connection with [#LENGTH] octets, at port 8080 of both families.
final class PodServer implements AutoCloseable {
    static final int LENGTH = 300_000; // more than a connection's first window

    private final ServerSocket socket;

    private PodServer(ServerSocket socket) {
        this.socket = socket;
    }

    static PodServer in(NetworkNamespace pod) {
        var server = new PodServer(pod.call(() -> new ServerSocket(8080)));
        Thread.ofPlatform().daemon().name("pod").start(server::accept);
        return server;
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                Thread.startVirtualThread(() -> serve(connection));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private static void serve(Socket connection) {
        try (connection) {
            connection.getOutputStream().write(new byte[LENGTH]);
        } catch (IOException clientIsGone) {
            // It only asked whether somebody is there.
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
