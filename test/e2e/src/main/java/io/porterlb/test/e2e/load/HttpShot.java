package io.porterlb.test.e2e.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// An HTTP GET on a new connection. Written on a plain socket, because the socket must belong to the network namespace
/// of the calling thread, and because one time limit has to cover connecting and reading alike. What is
/// there when it is over counts.
record HttpShot(InetSocketAddress target, String path, Duration limit) {
    private static final int LONGEST_ANSWER = 64 * 1024;

    /// The body of the answer; empty if it is not a 200.
    ///
    /// @throws IOException if there was none in time
    Optional<String> fire() throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        try (Socket socket = new Socket()) {
            socket.connect(target, millisUntil(end));
            socket.getOutputStream().write(request());
            return body(readAll(socket, end));
        }
    }

    private byte[] request() {
        return ("GET " + path + " HTTP/1.0\r\nHost: " + target.getHostString() + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String readAll(Socket socket, long end) throws IOException {
        byte[] buffer = new byte[LONGEST_ANSWER];
        int length = 0;
        InputStream in = socket.getInputStream();
        for (int read = 0; read >= 0 && length < buffer.length; length += read) {
            socket.setSoTimeout(millisUntil(end));
            read = in.read(buffer, length, buffer.length - length);
            if (read < 0) {
                break;
            }
        }
        return new String(buffer, 0, length, StandardCharsets.UTF_8);
    }

    /// At least one: what is there already is an answer in time, whenever this thread comes to read it.
    private static int millisUntil(long end) {
        return (int) Math.max(1, (end - System.nanoTime()) / 1_000_000);
    }

    private static Optional<String> body(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        boolean ok = end > 0 && answer.startsWith("HTTP/1.") && answer.startsWith(" 200 ", 8);
        return ok ? Optional.of(answer.substring(end + 4).strip()) : Optional.empty();
    }
}
