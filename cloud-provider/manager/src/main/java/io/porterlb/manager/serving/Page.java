package io.porterlb.manager.serving;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.porterlb.program.http.HttpAnswer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.function.Supplier;

/// A page that is made anew for each request.
///
/// @param type media type
/// @param text what it says; asked by any thread
public record Page(String path, String type, Supplier<String> text) implements HttpHandler {
    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange).send(exchange);
        }
    }

    private HttpAnswer answer(HttpExchange exchange) {
        if (!exchange.getRequestURI().getPath().equals(path)) {
            return HttpAnswer.plain(HttpURLConnection.HTTP_NOT_FOUND, "not found");
        }
        return switch (exchange.getRequestMethod()) {
            case "GET", "HEAD" -> new HttpAnswer(HttpURLConnection.HTTP_OK, type, text.get());
            default -> HttpAnswer.plain(HttpURLConnection.HTTP_BAD_METHOD, "use GET");
        };
    }
}
