package io.porterlb.program.health;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.porterlb.program.http.HttpAnswer;
import java.io.IOException;
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
    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange).send(exchange);
        }
    }

    private HttpAnswer answer(HttpExchange exchange) {
        if (!isLocal(exchange.getLocalAddress(), exchange.getRemoteAddress())) {
            return HttpAnswer.plain(
                    HttpURLConnection.HTTP_FORBIDDEN,
                    path + " is for this machine alone: ask at 127.0.0.1, or by kubectl port-forward to the Pod");
        }
        if (!exchange.getRequestURI().getPath().equals(path)) {
            return HttpAnswer.plain(HttpURLConnection.HTTP_NOT_FOUND, "not found");
        }
        return switch (exchange.getRequestMethod()) {
            case "GET", "HEAD" -> new HttpAnswer(HttpURLConnection.HTTP_OK, "application/json", json.get());
            default -> HttpAnswer.plain(HttpURLConnection.HTTP_BAD_METHOD, "use GET");
        };
    }

    /// The far end too: with `net.ipv4.conf.*.route_localnet`, which kube-proxy sets, a neighbor can send to 127.0.0.1.
    static boolean isLocal(InetSocketAddress near, InetSocketAddress far) {
        return near.getAddress().isLoopbackAddress() && far.getAddress().isLoopbackAddress();
    }
}
