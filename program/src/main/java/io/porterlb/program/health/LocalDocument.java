package io.porterlb.program.health;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.porterlb.program.http.HttpAnswer;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.util.function.Supplier;

/// Answers `PATH` with a JSON document that is made when somebody asks. It is for this machine alone, wherever the
/// server listens: both ends of the connection have to be loopback addresses, as those of a port-forward to a Pod of
/// the host's network are. Nothing but `GET` and `HEAD` is served.
///
/// @param path such as `/announcements`
/// @param json makes the document; may be asked by several threads at once
public record LocalDocument(String path, Supplier<String> json) implements HttpHandler {
    private static final Logger LOG = System.getLogger(LocalDocument.class.getName());

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(
                            exchange.getLocalAddress(),
                            exchange.getRemoteAddress(),
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().getPath())
                    .send(exchange);
        }
    }

    HttpAnswer answer(InetSocketAddress near, InetSocketAddress far, String method, String asked) {
        if (!isLocal(near) || !isLocal(far)) {
            return HttpAnswer.plain(
                    HttpURLConnection.HTTP_FORBIDDEN,
                    path + " is for this machine alone: ask at 127.0.0.1, or by kubectl port-forward to the Pod");
        }
        if (!asked.equals(path)) {
            return HttpAnswer.plain(HttpURLConnection.HTTP_NOT_FOUND, "not found");
        }
        return switch (method) {
            case "GET", "HEAD" -> made();
            default -> HttpAnswer.plain(HttpURLConnection.HTTP_BAD_METHOD, "use GET");
        };
    }

    /// The server of the JDK would close the connection without a word.
    private HttpAnswer made() {
        try {
            return new HttpAnswer(HttpURLConnection.HTTP_OK, "application/json", json.get());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, path + " can't be made", e);
            return HttpAnswer.plain(HttpURLConnection.HTTP_INTERNAL_ERROR, path + " can't be made: " + e.getMessage());
        }
    }

    /// Asked of both ends: with `net.ipv4.conf.*.route_localnet`, which kube-proxy sets, a neighbor on a link can send
    /// to 127.0.0.1.
    private static boolean isLocal(InetSocketAddress end) {
        return end.getAddress().isLoopbackAddress();
    }
}
