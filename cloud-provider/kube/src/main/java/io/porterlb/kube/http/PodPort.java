package io.porterlb.kube.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/// One request to a port of a Pod and its answer, through the API server and the node's kubelet: a port-forward over a
/// WebSocket (`pkg/cri/streaming/portforward/websocket.go` of `k8s.io/kubelet`). The first octet of a message is the
/// channel, 0 for data and 1 for errors, and the first message of each only repeats the port. Events come from a
/// thread of OkHttp.
///
/// It is not `PortForward` of kubernetes-client/java, which keeps to itself why the API server refuses.
public final class PodPort extends WebSocketListener {
    private static final String PROTOCOL = "v4.channel.k8s.io";
    private static final int DATA = 0;
    private static final int PORT_OCTETS = 2;
    private static final int NORMAL_CLOSURE = 1000; // RFC 6455 7.4.1
    private static final long MAX_ANSWER = 64L << 20;

    private final ByteString request;
    private final Buffer data = new Buffer();
    private final Buffer errors = new Buffer();
    private final CompletableFuture<String> answer = new CompletableFuture<>();

    private PodPort(String request) {
        this.request = ByteString.encodeUtf8(request);
    }

    /// Sends a text and returns all that comes until the far end closes the connection.
    ///
    /// @param pod path of the Pod
    /// @param limit for all of it
    /// @throws ApiStatusException where the API server or the kubelet refuses
    /// @throws IOException where the Pod doesn't take the connection, or something in between fails or is late
    public static String ask(KubeApi api, String pod, int port, String request, Duration limit)
            throws IOException, ApiStatusException {
        PodPort exchange = new PodPort(request);
        Query query = Query.NONE.with("ports", Integer.toString(port));
        WebSocket socket = api.webSocket(pod + "/portforward", query, PROTOCOL, exchange);
        try {
            return exchange.answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no answer within " + limit.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for an answer", e);
        } catch (ExecutionException e) {
            throw refusal(e);
        } finally {
            socket.cancel();
        }
    }

    private static IOException refusal(ExecutionException e) throws ApiStatusException {
        return switch (e.getCause()) {
            case ApiStatusException status -> throw status;
            case IOException failure -> failure;
            case null, default -> throw new IllegalStateException(e);
        };
    }

    @Override
    public void onOpen(WebSocket socket, Response response) {
        socket.send(new Buffer().writeByte(DATA).write(request).readByteString());
    }

    @Override
    public void onMessage(WebSocket socket, ByteString message) {
        if (message.size() == 0) {
            return;
        }
        (message.getByte(0) == DATA ? data : errors).write(message.substring(1));
        if (data.size() > MAX_ANSWER) {
            answer.completeExceptionally(new IOException("the answer is larger than " + (MAX_ANSWER >> 20) + " MiB"));
        }
    }

    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
        socket.close(NORMAL_CLOSURE, null);
        String trouble = text(errors);
        if (trouble.isEmpty()) {
            answer.complete(text(data));
        } else {
            answer.completeExceptionally(new IOException(trouble));
        }
    }

    private static String text(Buffer channel) {
        return channel.snapshot()
                .substring((int) Math.min(PORT_OCTETS, channel.size()))
                .utf8();
    }

    @Override
    public void onFailure(WebSocket socket, Throwable failure, @Nullable Response response) {
        answer.completeExceptionally(
                response == null ? new IOException("the connection broke: " + failure, failure) : said(response));
    }

    private static Exception said(Response response) {
        try {
            KubeApi.successful(response);
            return new IOException("the API server takes no WebSocket: HTTP status " + response.code());
        } catch (IOException | ApiStatusException e) {
            return e;
        }
    }
}
