package io.porterlb.test.e2e.promise;

import io.porterlb.test.cluster.network.NetworkNamespace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HexFormat;

/// Listens where a router should, and behaves in a way that no router does. FRR can't be made to.
final class OddRouter implements AutoCloseable {
    /// What it does with a connection.
    enum Habit {
        CLOSES(""),
        RUBBISH("47 45 54 20 2f 20 48 54 54 50 2f 31 2e 31 0d 0a 0d 0a 00 00 00 00 00 00 00 00 00 00 00 00 00 00"),
        OTHER_AS("""
                ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff
                00 25 01
                04 fd e7 00 5a c0 00 02 63
                08 02 06 41 04 00 00 fd e7
                """),
        SILENT("");

        private final String answer;

        Habit(String answer) {
            this.answer = answer;
        }

        byte[] octets() {
            return HexFormat.of().parseHex(answer.replaceAll("\\s", ""));
        }
    }

    private final Habit habit;
    private final ServerSocket socket;

    OddRouter(NetworkNamespace namespace, Habit habit) {
        this.habit = habit;
        this.socket = namespace.call(() -> new ServerSocket(0));
        Thread.ofPlatform().daemon().name("odd router " + habit).start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofPlatform().daemon().start(() -> serve(connection));
            } catch (IOException _) {
                return; // closed
            }
        }
    }

    private void serve(Socket connection) {
        try (connection;
                OutputStream out = connection.getOutputStream();
                InputStream in = connection.getInputStream()) {
            out.write(habit.octets());
            if (habit != Habit.CLOSES) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        } catch (IOException _) {
            // The other side went away, which is what it should do
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
