package io.porterlb.kube.http;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// A server that takes one port-forward over a WebSocket, as an API server with a kubelet behind it does, hears what
/// the Pod is to be sent, and then says what it is told to ([RFC 6455](https://www.rfc-editor.org/rfc/rfc6455)).
final class ScriptedKubelet implements AutoCloseable {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"; // RFC 6455 1.3
    private static final int BINARY = 0x82;
    private static final int CLOSE = 0x88;

    /// A message: its channel and its text.
    record Frame(int channel, String text) {}

    private final ServerSocket socket;
    private final List<Frame> script;
    private final boolean closes;
    private final String refusal;

    /// The head of the request, and what came on channel 0.
    final CompletableFuture<String> head = new CompletableFuture<>();

    final CompletableFuture<String> heard = new CompletableFuture<>();

    /// @param closes whether it ends the connection after its last word
    ScriptedKubelet(List<Frame> script, boolean closes) throws IOException {
        this(script, closes, "");
    }

    /// One that takes no port-forward.
    ///
    /// @param answer of HTTP
    static ScriptedKubelet refusing(String answer) throws IOException {
        return new ScriptedKubelet(List.of(), true, answer);
    }

    private ScriptedKubelet(List<Frame> script, boolean closes, String refusal) throws IOException {
        this.script = script;
        this.closes = closes;
        this.refusal = refusal;
        socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    private void serve() {
        try (Socket client = socket.accept()) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            OutputStream out = client.getOutputStream();
            String request = readHead(in);
            head.complete(request);
            if (!refusal.isEmpty()) {
                out.write(refusal.getBytes(StandardCharsets.UTF_8));
                return;
            }
            out.write(accept(request).getBytes(StandardCharsets.US_ASCII));
            heard.complete(readFrame(in));
            for (Frame frame : script) {
                byte[] text = frame.text().getBytes(StandardCharsets.UTF_8);
                out.write(BINARY);
                out.write(text.length + 1);
                out.write(frame.channel());
                out.write(text);
            }
            if (closes) {
                out.write(new byte[] {(byte) CLOSE, 2, 3, (byte) 0xE8});
            }
            in.read(); // until the client ends
        } catch (IOException clientIsGone) {
            // The test is over.
        }
    }

    private static String readHead(DataInputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            head.write(in.readByte());
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    private static String accept(String request) {
        String key = request.lines()
                .filter(line -> line.startsWith("Sec-WebSocket-Key: "))
                .findFirst()
                .orElseThrow()
                .substring("Sec-WebSocket-Key: ".length());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
            return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(hash) + "\r\n\r\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }

    /// A masked one of less than 126 octets, without its channel.
    private static String readFrame(DataInputStream in) throws IOException {
        in.readByte();
        byte[] mask = new byte[4];
        byte[] text = new byte[in.readByte() & 0x7F];
        in.readFully(mask);
        in.readFully(text);
        for (int i = 0; i < text.length; i++) {
            text[i] ^= mask[i % mask.length];
        }
        return new String(text, 1, text.length - 1, StandardCharsets.UTF_8);
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
