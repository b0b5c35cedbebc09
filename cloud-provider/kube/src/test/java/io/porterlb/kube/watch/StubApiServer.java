package io.porterlb.kube.watch;

import io.kubernetes.client.util.ClientBuilder;
import io.porterlb.kube.http.KubeApi;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// Answers requests in a given order, in ways that a healthy API server can't be brought to. Not a substitute for one:
/// what a real one does is tested against a real one. The request after the last answer waits for ever.
final class StubApiServer implements AutoCloseable {
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private final List<Socket> open = new ArrayList<>();
    private final ServerSocket server;

    StubApiServer() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    KubeApi client() {
        return new KubeApi(new ClientBuilder()
                .setBasePath("http://127.0.0.1:" + server.getLocalPort())
                .build());
    }

    /// Next, answer with this status line and body, then close.
    StubApiServer then(String status, String body) {
        answers.add("HTTP/1.1 " + status + "\r\nConnection: close\r\n\r\n" + body);
        return this;
    }

    /// Path and query of the next request; waits for it.
    String request() throws InterruptedException {
        String line = requests.take(); // GET PATH HTTP/1.1
        return line.substring(line.indexOf(' ') + 1, line.lastIndexOf(' '));
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                synchronized (open) {
                    open.add(socket);
                }
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            // closed: the end
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String first = in.readLine();
            for (String line = first; line != null && !line.isEmpty(); ) {
                line = in.readLine();
            }
            requests.add(String.valueOf(first));
            socket.getOutputStream().write(answers.take().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // the client went away: the end
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        synchronized (open) {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }
}
